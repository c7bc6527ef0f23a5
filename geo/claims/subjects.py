"""What the claims are about: the states, days, events, sources and documents that they mean."""

from datetime import date, timedelta

from data.vocabulary import FormerBloc

SOVIET_UNION = "SUN"
RUSSIA = "RUS"
ALASKA_OF = "USA"
UKRAINE = "UKR"
BUCHAREST_PAIR = (UKRAINE, "GEO")
BALTIC_STATES = {"EST", "LVA", "LTU"}
SOUTHERN_FLANK = ("GRC", "TUR")
KALININGRAD = "Kaliningrad"
"""As the notes of the borders name it."""
CENTRAL_ASIA = {"KAZ", "KGZ", "TJK", "TKM", "UZB"}

COLD_WAR_ENDED = date(1990, 1, 1)
"""Whoever joined from this day on joined after the Cold War; nobody did so in 1990."""
YELTSIN_REELECTED = date(1996, 7, 3)
"""The second round of Russia's election; no event of the tables."""
AUTUMN_1990 = date(1990, 9, 23)
"""The equinox of the year of the unification treaty."""
EARLY_1990 = date(1990, 1, 31)
LATE_1990S, EARLY_2000S = date(1994, 12, 31), date(2004, 12, 31)
LATE_2000S = range(2005, 2010)
SUMMER_MONTHS = range(6, 9)
LAUNCH_LASTED = timedelta(days=1)
"""The summit that launched the Partnership for Peace ended the day after it began."""

WALL, BAKER, UNIFICATION = "EV15", "EV16", "EV18"
PACT_ENDS, UNION_ENDS, LAUNCH = "EV21", "EV23", "EV25"
FOUNDING_ACT, ACTION_PLAN, BUCHAREST, GEORGIA_WAR = "EV28", "EV33", "EV44", "EV45"
CRIMEA, SIXTH_PARTNER, DRAFTS = "EV49", "EV57", "EV59"
NYT, CFR = "S120", "S119"

PACT_OR_UNION = (FormerBloc.WARSAW_PACT, FormerBloc.SOVIET_REPUBLIC)
EASTERN = (*PACT_OR_UNION, FormerBloc.YUGOSLAVIA)
FORMER_BLOCS = (*EASTERN, FormerBloc.NONE)
