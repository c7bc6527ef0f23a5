"""One test for many small cases: a parameter of pytest's costs more than a check that takes no time.

All cases are tried; those that fail are told together, each by its name.
"""

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest

Test = Callable[..., None]


def for_each(names: str, cases: Iterable[Any], *, ids: Callable[[Any], str] = str) -> Callable[[Test], Test]:
    """A test that runs for each case, in the place of `pytest.mark.parametrize`.

    Its fixtures are the same for all cases, so that none may depend on what another left; no case may be skipped,
    since all would be.

    Parameters
    ----------
    names
        The parameters that a case fills, with a comma between them.
    cases
        A value for each case, or as many as there are names.
    ids
        What a case is called when it fails.
    """
    filled = [name.strip() for name in names.split(",")]

    def decorate(test: Test) -> Test:
        @functools.wraps(test)
        def tried(**fixtures: Any) -> None:
            failures, count = list[str](), 0
            for case in cases:
                values = (case,) if len(filled) == 1 else case
                count += 1
                try:
                    test(**fixtures, **dict(zip(filled, values, strict=True)))
                except (AssertionError, pytest.fail.Exception, pytest.skip.Exception) as wrong:
                    failures.append(f"{ids(case)}: {wrong}")
                except Exception as wrong:
                    wrong.add_note(f"in the case {ids(case)}")
                    raise
            assert count, "there is no case"
            assert not failures, f"{len(failures)} of {count} cases fail\n" + "\n".join(failures)

        own = inspect.signature(test)
        left = [each for name, each in own.parameters.items() if name not in filled]
        assert len(left) == len(own.parameters) - len(filled), f"{test.__name__} does not take {names}"
        tried.__signature__ = own.replace(parameters=left)  # type: ignore[attr-defined]
        return tried

    return decorate
