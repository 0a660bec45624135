"""The verbs and phrases that report speech, thought and intention, with what may follow each.

Frames, one letter each: `q` a quotation; `c` a clause, with or without "that"; `w` a question ("whether", "what");
`a` the person told, before the content; `n` a noun phrase or gerund that is itself the content ("ruled out talks");
`i` an infinitive ("vowed to leave").
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class CueEntry:
    """What a cue's lemma may be followed by, and whether it tells speech, belief or intention."""

    lemma: str
    frames: frozenset[str]
    kind: Kind
    ambiguous: bool = False  # the form is as often a noun: "claims", "reports"


SPEECH = {
    "qc": (
        "say add note explain argue claim insist maintain state declare acknowledge admit warn predict "
        "stress emphasize emphasise reiterate reaffirm reconfirm remark observe comment conclude assert "
        "allege contend testify disclose complain caution boast joke quip lament muse reckon concede "
        "recall agree counter charge affirm estimate forecast signal indicate imply hint suggest "
        "propose recommend promise vow pledge swear guarantee reason stipulate intimate volunteer "
        "marvel bemoan gush bristle gripe theorize speculate demand interject"
    ),
    "q": (
        "write tweet post respond reply answer continue repeat begin conclude ask wonder shout yell "
        "chant read announce explain retort declare urge intone exclaim scoff echo sum scream mutter "
        "whisper joke crow fume"
    ),
    "c": (
        "confirm announce report reveal disclose deny learn find show demonstrate document write tweet "
        "post stipulate ensure prove decree rule determine hold"
    ),
    "w": "ask wonder question explain say know decide discuss describe tell inquire",
    "ca": "tell inform assure remind warn notify advise convince promise persuade",
    "qa": "tell inform assure remind warn notify advise",
    "qi": "urge",
    "ai": "urge ask tell order invite implore press instruct encourage advise warn",
    "n": (
        "deny dismiss reject denounce condemn criticize criticise praise support oppose endorse welcome "
        "announce mention suggest propose demand confirm acknowledge concede question defend reiterate "
        "describe blast slam decry deride mock attack hail applaud applaude laud rebuff refute rebut "
        "disavow protest cite stress emphasize emphasise express voice discuss detail outline warn "
        "predict allege threaten promise pledge reveal admit blame recommend advocate favor favour "
        "repeat explain declare reaffirm underline underscore highlight approve disapprove contest "
        "dispute disclose offer request seek urge lament deplore regret reconfirm forecast"
    ),
    "i": ("vow pledge promise threaten refuse decline agree offer claim swear demand consent volunteer propose ask"),
}
BELIEF = {
    "c": (
        "believe think feel hope fear expect suspect assume worry doubt know realize realise understand "
        "consider imagine guess dream trust anticipate see"
    ),
    "q": "think",
    "i": "hope expect",
    "n": "expect fear doubt anticipate",
}
INTENTION = {
    "i": "want intend plan aim decide hope seek prefer wish resolve",
    "c": "wish",
    "n": "want plan prefer seek",
}

# More than one word: the words after the verb, with the frames of the whole.
PHRASAL = {
    ("rule", "out"): "nc",
    ("call", "for"): "n",
    ("call", "on"): "ai",
    ("call", "upon"): "ai",
    ("point", "out"): "qc",
    ("point", "to"): "n",
    ("make", "clear"): "c",
    ("make", "it clear"): "c",
    ("let", "it be known"): "c",
    ("turn", "down"): "n",
    ("brush", "off"): "n",
    ("brush", "aside"): "n",
    ("speak", "of"): "n",
    ("speak", "about"): "n",
    ("speak", "out against"): "n",
    ("talk", "about"): "n",
    ("talk", "of"): "n",
    ("complain", "of"): "n",
    ("complain", "about"): "n",
    ("warn", "of"): "n",
    ("warn", "against"): "n",
    ("warn", "about"): "n",
    ("hint", "at"): "n",
    ("insist", "on"): "n",
    ("raise", "the possibility"): "n",
    ("raise", "the prospect"): "n",
    ("raise", "the idea"): "n",
    ("raise", "the question"): "n",
    ("float", "the idea"): "n",
    ("float", "the possibility"): "n",
    ("object", "to"): "n",
    ("apologize", "for"): "n",
    ("apologise", "for"): "n",
    ("commit", "to"): "n",
    ("chime", "in"): "q",
    ("fire", "back"): "q",
    ("shoot", "back"): "q",
    ("go", "on"): "q",
    ("claim", "credit for"): "n",
    ("express", "hope"): "c",
    ("express", "concern"): "c",
    ("express", "confidence"): "c",
    ("leave", "open"): "n",
    ("agree", "to"): "in",
    ("agree", "on"): "n",
    ("sign", "off on"): "n",
    ("push", "back on"): "n",
    ("push", "back against"): "n",
    ("ask", "for"): "n",
    ("ask", "about"): "n",
}

# "accused the ministry of lying", "described the raid as a mistake": the content starts at the object.
OBJECT_AND_MORE = {
    "accuse",
    "blame",
    "describe",
    "call",
    "thank",
    "praise",
    "criticize",
    "criticise",
    "compare",
    "label",
}

# "was quoted as saying", "is reported to have said": the frames of the inner verb hold.
IRREGULAR = {
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "know": ("knows", "knew", "known", "knowing"),
    "feel": ("feels", "felt", "felt", "feeling"),
    "see": ("sees", "saw", "seen", "seeing"),
    "find": ("finds", "found", "found", "finding"),
    "show": ("shows", "showed", "shown", "showing"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "read": ("reads", "read", "read", "reading"),
    "begin": ("begins", "began", "begun", "beginning"),
    "let": ("lets", "let", "let", "letting"),
    "hold": ("holds", "held", "held", "holding"),
    "make": ("makes", "made", "made", "making"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "lay": ("lays", "laid", "laid", "laying"),
    "set": ("sets", "set", "set", "setting"),
    "go": ("goes", "went", "gone", "going"),
    "seek": ("seeks", "sought", "sought", "seeking"),
    "shoot": ("shoots", "shot", "shot", "shooting"),
    "leave": ("leaves", "left", "left", "leaving"),
    "dream": ("dreams", "dreamed", "dreamed", "dreaming"),
    "understand": ("understands", "understood", "understood", "understanding"),
    "forecast": ("forecasts", "forecast", "forecast", "forecasting"),
    "learn": ("learns", "learned", "learnt", "learning"),
    "quip": ("quips", "quipped", "quipped", "quipping"),
    "refer": ("refers", "referred", "referred", "referring"),
    "admit": ("admits", "admitted", "admitted", "admitting"),
    "commit": ("commits", "committed", "committed", "committing"),
    "plan": ("plans", "planned", "planned", "planning"),
    "prefer": ("prefers", "preferred", "preferred", "preferring"),
    "slam": ("slams", "slammed", "slammed", "slamming"),
    "label": ("labels", "labelled", "labeled", "labelling"),
    "rebut": ("rebuts", "rebutted", "rebutted", "rebutting"),
    "signal": ("signals", "signalled", "signaled", "signaling"),
    "sum": ("sums", "summed", "summed", "summing"),
    "tweet": ("tweets", "tweeted", "tweeted", "tweeting"),
}

# Forms that are nouns at least as often; they count as cues only after a subject, never after a determiner.
NOUNS_TOO = frozenset(
    "claim claims report reports demand demands call calls plan plans offer offers promise promises "
    "pledge pledges vow vows comment comments remark remarks question questions answer answers attack "
    "attacks support request requests protest protests charge charges note notes post posts tweet "
    "tweets state states estimate estimates hope hopes fear fears doubt doubts view views counter "
    "recall signal signals caution blame praise reason detail details forecast forecasts find finds "
    "wish wishes aim aims complaint complaints mock welcome favor favour lament rule rules show shows "
    "trust guess wonder order orders press contest dispute disputes guarantee guarantees urge joke "
    "jokes dream dreams sum echo voice read feel mention mentions desire charge cast ask asks announce "
    "answer explain begin finding".split()
) - {"announce", "explain", "ask", "asks", "begin"}


def _add_letter(lemma: str, ending: str) -> str:
    if lemma.endswith("e") and ending in {"ed", "ing"}:
        return (lemma[:-1] + ending) if ending == "ing" else lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        if ending == "ing":
            return lemma + "ing"
        return lemma[:-1] + ("ied" if ending == "ed" else "ies")
    if ending == "s":
        return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")
    return lemma + ending


def inflect(lemma: str) -> tuple[str, ...]:
    """The present, past and participle forms of a verb, the lemma first."""
    if lemma in IRREGULAR:
        return (lemma, *IRREGULAR[lemma])
    return (lemma, *(_add_letter(lemma, ending) for ending in ("s", "ed", "ing")))


def _gather_entries() -> dict[str, CueEntry]:
    frames: dict[str, set[str]] = {}
    kinds: dict[str, Kind] = {}
    for kind, table in ((Kind.ASSERTION, SPEECH), (Kind.BELIEF, BELIEF), (Kind.INTENTION, INTENTION)):
        for letters, lemmas in table.items():
            for lemma in lemmas.split():
                frames.setdefault(lemma, set()).update(letters)
                kinds.setdefault(lemma, kind)
    for lemma in OBJECT_AND_MORE:
        frames.setdefault(lemma, set()).add("n")
        kinds.setdefault(lemma, Kind.ASSERTION)
    return {
        form: CueEntry(lemma=lemma, frames=frozenset(letters), kind=kinds[lemma], ambiguous=form in NOUNS_TOO)
        for lemma, letters in frames.items()
        for form in inflect(lemma)
    }


def _gather_phrasal() -> dict[str, tuple[tuple[tuple[str, ...], CueEntry], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], CueEntry]]] = {}
    for (verb, rest), letters in PHRASAL.items():
        words = tuple(rest.split())
        entry = CueEntry(lemma=f"{verb} {rest}", frames=frozenset(letters), kind=Kind.ASSERTION)
        for form in inflect(verb):
            found.setdefault(form, []).append((words, entry))
    return {form: tuple(sorted(rests, key=lambda rest: -len(rest[0]))) for form, rests in found.items()}


CUES: dict[str, CueEntry] = _gather_entries()
PHRASAL_CUES = _gather_phrasal()

PRONOUNS = frozenset("he she they it we i you who".split())
AUXILIARIES = frozenset(
    "has have had having is are was were be been being will would can could may might must should shall "
    "do does did ’s 's ’ve 've ’d 'd ’ll 'll not n't to".split()
)
BE_FORMS = frozenset("is are was were be been being".split())
ADVERBS = frozenset(
    "also later then earlier now again still just once recently repeatedly reportedly already never not "
    "first even only often separately meanwhile previously today yesterday tonight further furthermore "
    "too so far always ever instead nonetheless nevertheless however moreover afterward afterwards soon "
    "subsequently thus there here simply merely long".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any no every each another both "
    "several many few two three four five six seven eight nine ten other".split()
)
PREPOSITIONS = frozenset(
    "of in on at for from to with by about against after before during over under through between among "
    "within into upon via amid across near since until despite without like as than toward towards "
    "following regarding".split()
)
CONJUNCTIONS = frozenset("and but or nor yet so".split())
SUBORDINATORS = frozenset(
    "that which who whom whose when where while because although though if unless until since as after "
    "before whether what how why whereas".split()
)
# Heads of noun phrases that can speak, for sources without a proper name.
SPEAKER_NOUNS = frozenset(
    "adviser advisor activist administration advocate agency aide ally ambassador analyst association "
    "attorney attorneys author authorities authority bank board boss brother bishop bureau cabinet camp "
    "campaign candidate captain chairman chairwoman chair chief church city club coach colleague "
    "colleagues commander commission commissioner committee community company congressman congresswoman "
    "consul council councillor counsel court critics critic daughter defence defense delegate "
    "delegation democrat democrats department deputy diplomat diplomats director doctor doctors "
    "document documents driver economist editor editorial embassy employee employees engineer envoy "
    "executive expert experts family father federation fighter filing firm foundation friend friends "
    "fund general governor government group guard head hospital institute investigators inspector "
    "insider insiders israelis jailer journalist judge judges jury king lawmaker lawmakers lawsuit "
    "lawyer lawyers leader leaders leadership letter magazine magistrate maker makers man manager mayor "
    "media member members memo militia minister ministers ministry mother movement neighbour neighbor "
    "network newspaper observer observers office officer officers official officials opponent opponents "
    "organiser organizer organisation organization outlet owner panel paper parent parents parliament "
    "partner party people pilot player police policeman politician politicians poll polls pollster pope "
    "premier president press priest prince princess professor prosecutor prosecutors protester "
    "protesters publication queen rebels regulator regulators relative relatives report reports "
    "reporter reporters representative representatives republican republicans researcher researchers "
    "resident residents sailor scientist scientists secretary senator senators sergeant service sister "
    "skipper soldier soldiers son source sources speaker spokesman spokesperson spokespeople "
    "spokespersons spokeswoman spokesmen staff state statement strategist student students study "
    "supporter supporters survey surveys teacher teachers team think-tank tribunal trustee union unions "
    "unit victim victims voter voters watchdog website wife husband witness witnesses woman women men "
    "worker workers writer youth operator regulator insurer shareholder shareholders investor investors "
    "farmer farmers fisherman ferryman captain crew".split()
)
TOLD_NOUNS = frozenset(
    "reporters journalists lawmakers supporters parliament parliamentarians legislators investors "
    "delegates troops jurors voters staff colleagues members officials congress senators ministers "
    "deputies viewers listeners readers analysts shareholders employees workers residents students "
    "police investigators prosecutors crowds media the".split()
) - {"the"}
