"""What a lab is, in Python: the same words as in ``docs/lib/lab.ts``, which says what they mean."""

from importlib.util import find_spec


class Variant:
    """One way to do the work. A variant that does what one of lab.ts does has its name.

    ``needs`` names the package without which the variant, and the claims about it, are left out.
    """

    def __init__(
        self, run, *, prepare=None, title=None, against=None, kind=None, sizes=None, mistake=None, needs=None
    ):
        for part, value in {"run": run, "prepare": prepare or run}.items():
            if not callable(value):
                raise TypeError(f"{part}: expected a function, got {type(value).__name__}")
        self.run = run
        self.prepare = prepare
        self.title = title
        self.against = against
        self.kind = kind
        self.sizes = sizes
        self.mistake = mistake
        self.needs = needs


class Lab:
    """A question, and the variants that answer it. A variant may be given as a function alone.

    ``setup(size, random)`` gives the data that lab.ts gives for the same seed, so that answers can be compared
    between runtimes. ``sizes`` leaves out those at which Python takes too long.
    """

    def __init__(
        self, *, question, sizes, setup, baseline, variants, kind="compute", unit="operation", claims=None, tolerance=0
    ):
        if not callable(setup):
            raise TypeError("setup: expected a function (size, random) that returns the data")
        self.question = question
        self.sizes = sizes
        self.setup = setup
        self.baseline = baseline
        self.variants = {name: _variant(name, given) for name, given in variants.items()}
        self.kind = kind
        self.unit = unit
        self.claims = claims or {}
        self.tolerance = tolerance


def describe(lab):
    """What the lab says of itself, as ``docs/lib/lab-description.ts`` has it."""
    present = {name: variant for name, variant in lab.variants.items() if _is_installed(variant.needs)}
    missing = lab.variants.keys() - present.keys()
    bases = {lab.baseline, *(variant.against for variant in present.values())}
    return {
        "question": lab.question,
        "kind": lab.kind,
        "unit": lab.unit,
        "sizes": list(lab.sizes),
        "baseline": lab.baseline,
        "variants": [
            _describe_variant(name, variant, lab, None if name in bases else lab.baseline)
            for name, variant in present.items()
        ],
        "claims": [
            {"that": sentence, **claim}
            for sentence, claim in lab.claims.items()
            if missing.isdisjoint([claim["variant"], claim.get("to")])
        ],
        "tolerance": lab.tolerance,
    }


def _describe_variant(name, variant, lab, baseline):
    optional = {"kind": variant.kind, "mistake": variant.mistake}
    return {
        "name": name,
        "title": variant.title or name,
        "against": variant.against or baseline,
        "sizes": list(lab.sizes if variant.sizes is None else variant.sizes),
        **{key: value for key, value in optional.items() if value is not None},
    }


def _variant(name, given):
    if isinstance(given, Variant):
        return given
    if callable(given):
        return Variant(given)
    raise TypeError(f"variants[{name!r}]: expected a function or a Variant, got {type(given).__name__}")


def _is_installed(package):
    return package is None or find_spec(package) is not None
