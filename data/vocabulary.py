"""The closed lists: every word the tables may use, spelled once."""

from enum import StrEnum


class Status(StrEnum):
    """A unit's relation to NATO on a day, in order of precedence: the first that applies is shown."""

    MEMBER = "member"
    INVITEE = "invitee"
    ASPIRANT = "aspirant"
    SUSPENDED_PARTNER = "suspended_partner"
    PARTNER = "partner"
    DIALOGUE_PARTNER = "dialogue_partner"
    EASTERN_BLOC = "eastern_bloc"
    NONE = "none"


StatusKey = str
"""A status of the atlas, or the key of one of any other membership; `Status.NONE` for none in either."""
RAMP = (
    Status.MEMBER,
    Status.INVITEE,
    Status.ASPIRANT,
    Status.PARTNER,
    Status.DIALOGUE_PARTNER,
    Status.SUSPENDED_PARTNER,
    Status.EASTERN_BLOC,
)
"""Down the ramp of colours: the status at place 1 has the strongest. Other memberships' statuses take their place."""


class Format(StrEnum):
    """What NATO and a state outside it agreed on, in the order the card lists it."""

    INVITED = "invited"
    APPLIED = "applied"
    MEMBERSHIP_ACTION_PLAN = "map"
    MEMBERSHIP_ACTION_PLAN_CONDITIONAL = "map_conditional"
    BUCHAREST_PROMISE = "bucharest_promise"
    APPLIED_FOR_ACTION_PLAN = "applied_map"
    DECLARED_AIM = "declared_aim"
    INTENSIFIED_DIALOGUE = "intensified_dialogue"
    NACC = "nacc"
    PFP = "pfp"
    PFP_SUSPENDED = "pfp_suspended"
    EAPC = "eapc"
    IPAP = "ipap"
    EOP = "eop"
    ITPP = "itpp"
    NATO_RUSSIA = "nato_russia"
    NATO_RUSSIA_SUSPENDED = "nato_russia_suspended"
    NATO_UKRAINE = "nato_ukraine"
    NATO_GEORGIA = "nato_georgia"
    MEDITERRANEAN_DIALOGUE = "mediterranean_dialogue"
    ISTANBUL_INITIATIVE = "ici"
    GLOBAL_PARTNER = "global_partner"


class Bloc(StrEnum):
    """Other alliances, unions and stances, in the order the card lists them."""

    WARSAW_PACT = "warsaw_pact"
    COMECON = "comecon"
    CST = "cst"
    CSTO = "csto"
    CSTO_FROZEN = "csto_frozen"
    EU = "eu"
    NEUTRAL = "neutral"
    NON_ALIGNED = "non_aligned"


class FormerBloc(StrEnum):
    """Where a member or its territory stood in 1955 to 1991."""

    NONE = "none"
    WARSAW_PACT = "warsaw_pact"
    SOVIET_REPUBLIC = "soviet_republic"
    YUGOSLAVIA = "yugoslavia"


class UnitKind(StrEnum):
    """What a piece of the map is."""

    COUNTRY = "country"
    TERRITORY = "territory"
    DEPENDENCY = "dependency"
    PART = "part"


class CodeKind(StrEnum):
    """What a row of codes is about: a piece of the map, or a state of its time that is none."""

    UNIT = "unit"
    STATE = "state"


class Relation(StrEnum):
    """How a unit belonged to a state of its time; an occupation never decides the state."""

    PART = "part"
    COLONY = "colony"
    PROTECTORATE = "protectorate"
    MANDATE = "mandate"
    OCCUPATION = "occupation"


class WestBerlin(StrEnum):
    """Whether the three powers had declared, as in October 1954, to treat an attack on Berlin as one on themselves.

    West Berlin never was a member; Article 6 reached it through the Allied forces there.
    """

    UNCOVERED = "uncovered"
    COVERED = "covered"


class Effect(StrEnum):
    """What a change of territory did to the treaty area or the command."""

    IN_AREA = "in_area"
    OUT_OF_AREA = "out_of_area"
    DISPUTED = "disputed"
    SPECIAL = "special"
    RESTRICTION = "restriction"
    COMMAND_ONLY = "command_only"


class GroundStyle(StrEnum):
    """How ground whose belonging is disputed is drawn; what the shapes have no outline of is told in words alone."""

    HATCHED = "hatched"
    DASHED = "dashed"
    UNDRAWN = "undrawn"


class Overlay(StrEnum):
    """What lies over the fills as a pattern, along a border, or unseen."""

    DISPUTED = "disputed"
    DASHED = "dashed"
    UNDRAWN = "undrawn"
    CSTO = "csto"
    EU = "eu"
    COMMAND = "command"
    AREA = "area"


class ForceKind(StrEnum):
    """What stood in a place: troops, what they use, or the weapons they keep there."""

    ARMY = "army"
    BRIGADE = "brigade"
    BATTLEGROUP = "battlegroup"
    PEACEKEEPERS = "peacekeepers"
    BASE = "base"
    STATION = "station"
    MISSILE_DEFENCE = "missile_defence"
    MISSILES = "missiles"
    NUCLEAR_WEAPONS = "nuclear_weapons"


class ForceSign(StrEnum):
    """The signs for forces on the map, one for several kinds; the same for both camps."""

    TROOPS = "troops"
    PEACEKEEPERS = "peacekeepers"
    BASE = "base"
    MISSILE_DEFENCE = "missile_defence"
    WEAPONS = "weapons"


class Camp(StrEnum):
    """Whose forces they are, in the widest sense: of NATO and its members, or of the Soviet Union and Russia."""

    NATO = "nato"
    MOSCOW = "moscow"


class EventKind(StrEnum):
    """What sort of event."""

    TREATY = "treaty"
    ACCESSION = "accession"
    SUMMIT = "summit"
    PARTNERSHIP = "partnership"
    REFORM = "reform"
    CRISIS = "crisis"
    WAR = "war"


class Era(StrEnum):
    """The stretches of time over the slider, in their order."""

    COLD_WAR = "cold_war"
    AFTER_THE_WALL = "after_the_wall"
    ENLARGEMENT = "enlargement"
    WAR = "war"


class Draft(StrEnum):
    """The two Russian drafts of December 2021, by whom they are addressed to."""

    US = "us"
    NATO = "nato"


class Touched(StrEnum):
    """Whom an article of the drafts would touch on a day."""

    MEMBERS = "members"
    MEMBERS_BUT_THE_US = "members_but_the_us"
    LATER_MEMBERS = "later_members"
    REPORTED_HOSTS = "reported_hosts"
    EX_SOVIET_OUTSIDERS = "ex_soviet_outsiders"
    ASPIRANTS_AND_JOINED_SINCE = "aspirants_and_joined_since"


class Stance(StrEnum):
    """What a statement does."""

    RED_LINE = "red_line"
    THREAT = "threat"
    DEMAND = "demand"
    GRIEVANCE = "grievance"
    ACCEPTANCE = "acceptance"
    ASSURANCE = "assurance"
    REBUTTAL = "rebuttal"
    REASON = "reason"
    DISSENT = "dissent"


class Form(StrEnum):
    """How a statement is known: in public, as a text, by someone else's report, or against its authors' will."""

    SAID = "said"
    DOCUMENT = "document"
    REPORTED = "reported"
    LEAKED = "leaked"


class ReadingKind(StrEnum):
    """A row of the debate on 1990: scholars' reading of it, or a witness's later account."""

    READING = "reading"
    ACCOUNT = "account"


class Side(StrEnum):
    """Who speaks in a statement."""

    SOVIET = "soviet"
    RUSSIAN = "russian"
    US = "us"
    NATO = "nato"
    APPLICANT = "applicant"
    MEMBER = "member"
    UKRAINIAN = "ukrainian"
    OTHER_WESTERN = "other_western"
    OTHER = "other"


class Confidence(StrEnum):
    """How sure a row is; a statement can also rest on one press article or be disputed."""

    VERIFIED = "verified"
    PRESS = "press"
    KNOWN = "known"
    UNSURE = "unsure"
    CONTESTED = "contested"


class Verdict(StrEnum):
    """What the tables say to a claim."""

    HOLDS = "holds"
    HOLDS_IN_PART = "holds in part"
    HOLDS_UNDER_A_DEFINITION = "holds under a definition"
    IMPRECISE = "imprecise"
    WRONG_WORD = "wrong word"
    DOES_NOT_HOLD = "does not hold"
    NOT_TESTABLE_HERE = "not testable here"


class Seen(StrEnum):
    """Whether a source was read while the tables were made."""

    SEEN = "seen"
    MEMORY = "memory"
    OWN = "own"


class QuoteLanguage(StrEnum):
    """The language a quotation was spoken in; all are printed in English."""

    ENGLISH = "en"
    FROM_CZECH = "translated-from-cs"
    FROM_ESTONIAN = "translated-from-et"
    FROM_FINNISH = "translated-from-fi"
    FROM_FRENCH = "translated-from-fr"
    FROM_GEORGIAN = "translated-from-ka"
    FROM_GERMAN = "translated-from-de"
    FROM_LITHUANIAN = "translated-from-lt"
    FROM_MACEDONIAN = "translated-from-mk"
    FROM_MONTENEGRIN = "translated-from-sr"
    FROM_NORWEGIAN = "translated-from-no"
    FROM_POLISH = "translated-from-pl"
    FROM_RUSSIAN = "translated-from-ru"
    FROM_SPANISH = "translated-from-es"
    FROM_SWEDISH = "translated-from-sv"
    FROM_UKRAINIAN = "translated-from-uk"


class Sentence(StrEnum):
    """The two sentences of the documents on security in Europe: which of them a row quotes."""

    FREE_CHOICE = "free_choice"
    NOT_AT_THE_EXPENSE = "not_at_the_expense"


class VoteKind(StrEnum):
    """The people, or a parliament: on its own country's accession, on another's, or on its country's course."""

    REFERENDUM = "referendum"
    OWN_ACCESSION = "own_accession"
    ANOTHER_ACCESSION = "another_accession"
    OWN_COURSE = "own_course"


class VoteOutcome(StrEnum):
    """What came of a vote; too few voters or a faulty ballot make no decision."""

    CARRIED = "carried"
    NO_DECISION = "no_decision"


class UsedArticle(StrEnum):
    """The articles of the North Atlantic Treaty whose uses are listed."""

    CONSULTATION = "4"
    COLLECTIVE_DEFENCE = "5"


class TreatyEnd(StrEnum):
    """How a treaty of arms control stopped binding Washington and Moscow both."""

    LEFT_BY_US = "left_by_us"
    LEFT_BY_RUSSIA = "left_by_russia"
    EXPIRED = "expired"


class City(StrEnum):
    """The cities whose distance to NATO land is measured."""

    MOSCOW = "moscow"
    ST_PETERSBURG = "st_petersburg"
    MINSK = "minsk"
    KYIV = "kyiv"


TRANSLATED_FROM = "translated-from-"
ORIGINAL_LANGUAGES = tuple(
    word.removeprefix(TRANSLATED_FROM) for word in QuoteLanguage if word.startswith(TRANSLATED_FROM)
)
"""Languages, as in BCP 47, in which words can be printed beside their translation."""

FACT_CONFIDENCE = (Confidence.VERIFIED, Confidence.KNOWN, Confidence.UNSURE)
STATEMENT_CONFIDENCE = (Confidence.VERIFIED, Confidence.PRESS, Confidence.KNOWN, Confidence.CONTESTED)

ASPIRANT_FORMATS = frozenset(
    {
        Format.APPLIED,
        Format.MEMBERSHIP_ACTION_PLAN,
        Format.MEMBERSHIP_ACTION_PLAN_CONDITIONAL,
        Format.BUCHAREST_PROMISE,
    }
)
PARTNER_FORMATS = frozenset({Format.NACC, Format.PFP, Format.EAPC})
DIALOGUE_FORMATS = frozenset(
    {Format.MEDITERRANEAN_DIALOGUE, Format.ISTANBUL_INITIATIVE, Format.GLOBAL_PARTNER, Format.EOP, Format.ITPP}
)
SOVIET_STATES = frozenset({"SUN", "SBZ", "DDR"})
STATES_OF_MOSCOW = frozenset({"SUN", "RUS"})
"""Whose forces are those of one camp; the other is NATO and its members."""
WEST_BERLIN = "TC02"
"""The row of `territory_changes.csv` that the mark of West Berlin tells."""
RUSSIAN_UNIT = "RUS"
EUROPE = "Europe"
"""What Natural Earth calls the continent."""
