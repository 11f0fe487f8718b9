"""Says in one line of JSON what this interpreter is, and which packages the labs can use in it."""

import json
import os
import sys
import sysconfig
from importlib.util import find_spec


def release(package):
    """From the folder beside the package: importlib.metadata would double the time that this takes."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    for entry in os.listdir(os.path.dirname(os.path.dirname(spec.origin))):
        name, _, rest = entry.partition("-")
        if name == package and rest.endswith(("dist-info", "egg-info")):
            return rest.rpartition(".")[0]
    return "of an unknown version"


print(
    json.dumps(
        {
            "executable": sys.executable,
            "implementation": sys.implementation.name,
            "version": sys.version.split()[0],
            "pypy": ".".join(map(str, getattr(sys, "pypy_version_info", ())[:3])) or None,
            "freeThreaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
            "debug": hasattr(sys, "gettotalrefcount"),
            "numpy": release("numpy"),
            "orjson": release("orjson"),
        }
    )
)
