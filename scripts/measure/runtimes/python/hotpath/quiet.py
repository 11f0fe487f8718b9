"""How long an empty call takes when nothing else is busy on the core: see ``docs/lib/quiet.ts``, which says why."""

from collections import deque

#: How much longer than at best empty calls may take beside work that nothing disturbed.
UNDISTURBED = 1.45

#: Batches whose chains are looked at for the clock of one: some milliseconds, in which a frequency stays.
_CHAINS = 8


class Quiet:
    """A call is divided by the shortest chain around it; the best is the shortest call by the shortest chain.

    ``told`` is what is known from elsewhere, in steps of the chain; infinite if nothing is.
    """

    def __init__(self, told):
        self._told = told
        self._least_call_ns = self._least_step_ns = float("inf")
        self._chains = deque(maxlen=_CHAINS)

    def add(self, call_ns, step_ns):
        """Takes in an empty call and a step of the chain that were timed together. Returns the call in steps."""
        self._least_call_ns = min(self._least_call_ns, call_ns)
        self._least_step_ns = min(self._least_step_ns, step_ns)
        self._chains.append(step_ns)
        return call_ns / min(self._chains)

    @property
    def at_best(self):
        """Steps of an empty call at best, as far as is known; infinite before anything is."""
        return min(self._told, self._least_call_ns / self._least_step_ns) if self._chains else self._told
