"""The claim that NATO was not to move one inch to the east, with the talks and the documents of 1990 and 1991."""

from data.dates import spelled
from data.quotation import words_said
from data.red_lines import promised_1990
from data.rows import rows
from data.sentences import listed
from data.tables import Tables
from data.vocabulary import Form, Stance
from geo.claims.registry import Finding, choice, claim
from geo.claims.rows import keys_of, row_of, rows_of
from geo.claims.wording import tell, verdict_if

BAKER, REPLY = "1990-02-09-baker-one-inch", "1990-02-09-gorbachev-unacceptable"
TREATY = "1990-09-12-two-plus-four-treaty"
FEBRUARY, GERMANY = (1990, 2), "DEU"
PROMISE = choice("promise", "spoken", "written")


@claim("C37", PROMISE)
def _one_inch(tables: Tables, promise: str) -> Finding:
    """Whether the words are on record as a talk's, or stand in a document on more than Germany."""
    baker, reply, treaty = (row_of(tables, "statements", id_) for id_ in (BAKER, REPLY, TREATY))
    told = rows_of(promised_1990(tables))
    documents = [row for row in told if row.stance == Stance.ASSURANCE and row.form == Form.DOCUMENT]
    if promise == "spoken":
        said = words_said(baker).removesuffix(".")
        who = {"speaker": baker.speaker, "listener": reply.speaker, "city": baker.city}
        answer = tell("C37", "spoken", day=spelled(baker.day), said=said, **who)
        holds = baker.stance == Stance.ASSURANCE and (baker.day.year, baker.day.month) == FEBRUARY
    else:
        beyond = [row.venue for row in documents if set(row.targets) != {GERMANY}]
        more = tell("C37", "beyond", documents=listed(beyond)) if beyond else tell("C37", "no_other")
        answer = tell("C37", "written", document=treaty.venue, day=spelled(treaty.day), more=more)
        holds = bool(beyond)
    rests = keys_of("statements", told) + keys_of("readings", rows(tables, "readings"))
    return Finding(answer, verdict_if(holds), rests, baker.day.year, "DEU-EAST", "statements")
