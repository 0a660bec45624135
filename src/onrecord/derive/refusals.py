"""How a refusal is told, as patterns over lower-case text with straight quotes."""

from __future__ import annotations

from onrecord.derive.told_by import (
    ACCEPTING,
    ADVERBS,
    AFTER,
    AUX,
    BE,
    BEFORE,
    CLAUSE,
    DOING,
    FACT,
    NEVER,
    NO_GO,
    NO_GO_TOO,
    NOT_SUFFERED,
    STANDING,
    WONT,
    patterns,
)

REJECTIONS = patterns(
    r"\b(?:no|not any|little) (?:thought|question|prospect|chance|possibility|point|intention|"
    r"plans?(?= (?:to|for|that))|way|desire|wish|appetite|willingness|interest(?= in)|sense(?= in)) "
    rf"(?:of|for|to|in|that)\b{AFTER}",
    rf"\bthere {AUX} (?:\w+ )?be no\b{AFTER}",
    rf"\bthere(?:'s| is| was| are| were) no\b {AFTER}(?=role|place|room|thought|question|concession|reason to|need)",
    rf"\b(?:see|sees|saw|seen|seeing) no\b {AFTER}(?=role|place|room|reason|need|point|prospect|future|"
    r"merit|sense|value|use|benefit|case for|grounds|basis)",
    rf"(?:n't|\bnot) see (?:any|an?)\b {AFTER}(?=role|place|room|reason|need|point|prospect|future)",
    rf"\b{NEVER} {ADVERBS}{FACT}{AFTER}(?={ACCEPTING}e?\b)",
    rf"(?<!\bit )(?<!they )(?<!this )(?<!that )(?<!who )\b{WONT} {ADVERBS}{FACT}{AFTER}(?={DOING})",
    rf"{CLAUSE}\b{NEVER} {ADVERBS}be (?={ACCEPTING})",
    r"(?:n't|\bnot) (?:\w+ly )?(?:weigh|consider|contemplat|discuss|prepar|negotiat|plann|entertain)(?:ing|ed)\b"
    rf"{FACT}{AFTER}",
    r"(?:n't|\bnot|\bnever|\bno longer) (?:yet )?(?:prepared|ready|willing|inclined|going|about|open) (?:to|for)\b"
    rf"{FACT}{AFTER}",
    rf"\b{NO_GO} (?:for|to|that)\b{AFTER}",
    rf"{BEFORE}\b(?:{AUX} )?{BE} (?:\w+ |\w+ and )?[\"']?{NO_GO}",
    rf"{BEFORE}\b(?:is|was|are|were)n't (?:\w+ )?[\"']?{NO_GO_TOO}",
    rf"\bno {AFTER}(?=(?:\w+ ){{1,5}}(?:is|was|are|were) (?:being |currently )?(?:considered|contemplated|planned|"
    r"discussed|weighed|envisaged|under (?:consideration|discussion)))",
    # "No Velmark government would sign": of what country is told must be the speaker's.
    rf"\bno (?P<subject>(?:\w+ ){{1,3}})(?:will|would|can|could|shall) (?:ever )?{FACT}{AFTER}(?={ACCEPTING}e?\b)",
    rf"\b(?:(?:do|does|did) not|(?:do|does|did)n't) {ADVERBS}{FACT}{AFTER}(?=(?:accept|negotiate|recogni[sz]e|"
    rf"bargain|do deals?|"
    r"deal with|trade|agree (?:to|with)|support|endorse|tolerate|favou?r|approve of)\b)",
    # What one does not do at all is refused; what one did not do is only told.
    rf"\b(?:(?:do|does) not|(?:do|does)n't) {ADVERBS}{FACT}{AFTER}(?=(?:withdraw|swap|barter|haggle|surrender|"
    rf"give (?:up|in|way)|"
    rf"hand over|bow|yield|capitulate|cave in|back down|retreat|pay (?:ransoms?|blackmail\w*))\b)",
    rf"(?<!\bshe )(?<!\bhe )(?<!\bwe )(?<!\bi ){CLAUSE}\b(?:will|would|shall|'ll|is to|are to) (?:\w+ly |still )?"
    rf"(?:stay|remain) (?:firmly )?{STANDING}",
    rf"^[\"']\W*(?:the|our|these|this) (?:\w+ ){{1,3}}{CLAUSE}(?<!they )stays?(?=[.,!]?[\"']?$| put\b)",
    rf"\b(?:too early|too soon|premature) to (?:talk|speak|think)(?: about| of)\b{AFTER}",
    rf"{CLAUSE}\bnot something (?:we|i|they|he|she|it) (?:\w+ly )?(?:'re|'m|are|am|is|was|were|would|will|can|could|"
    rf"want)\b",
    rf"{BEFORE}\b(?:has|have|had) no (?:place|role|business|part)\b",
    rf"{CLAUSE}\bnothing (?:here |left |more |else )?to (?:discuss|negotiate|talk about|haggle|bargain)\b",
    rf"{CLAUSE}\bthe answer (?:is|was|remains|will be) (?:still )?[\"']?no\b",
    r"\b(?:is|was|are|were|'m|'re|stood|stands?|remains?|remained|came out|comes? out) (?:\w+ly |still |dead |"
    r"set )?against"
    rf"\b{FACT}{AFTER}(?! the (?:law|rules|clock|odds|wall|ropes|constitution|backdrop|background)| (?:a|this) back)",
    r"\b(?:will|would|'ll|(?:is|am|are|was|were|'m|'re) going to|intends? to|intended to|plans? to|"
    r"planned to) (?:\w+ly )?"
    r"(?:oppose|reject|refuse|veto|block|resist|boycott|vote against|vote down|vote to (?:repeal|scrap|overturn|"
    r"strike down|"
    rf"kill|block|reject)|campaign against|say no to|turn down|rule out)\b{FACT}{AFTER}",
    rf"\b(?:close|closes|closed|shut|shuts|slams?|slammed) the door (?:on|to)\b{FACT}{AFTER}",
    rf"{BEFORE}\b(?:will|would|can) (?:not|never) (?:happen|do\b(?! (?:so|it|this|that|anything|any)\b)|work|"
    rf"stand(?! in the way))",
    rf"{BEFORE}\bnon-negotiable\b",
    rf"\bopposed to\b{FACT}{AFTER}",
    rf"{NOT_SUFFERED}\bopposed\b(?!\W+(?:to|by)\b){FACT}{AFTER}",
    r"\b(?:i|we|they|he|she|it) (?:\w+ly )?(?:reject|oppose|refuse|rule out)\b"
    rf"{AFTER}",
    r"(?<!not )(?<!n't )(?<!never )(?<!been )(?<!was )(?<!were )(?<!is )(?<!would have )(?<!could have )\b(?:rejects|"
    r"rejected|opposes|refuses|refused|"
    r"turned down|turns down|rebuffed|spurned|vetoed|said no to|says no to|"
    rf"rules out|ruled out)\b{FACT}{AFTER}",
)

APPEALS = patterns(
    rf"\b(?:will|would|is going to|plans? to|intends? to|'ll) (?:now |also )?(?:seek (?:leave|permission) to )?"
    rf"(?:appeal(?: against)?|contest|challenge)\b{FACT}{AFTER}(?!\s+(?:to|for)\b)",
)
