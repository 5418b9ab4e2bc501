"""Closed lists of words that say more of what follows than their kind does: "called him …", "accused of …"."""

from __future__ import annotations

from framing.text.kinds import Kind

# As bits of `Vocabulary.frames`. NAMES: "called him a liar". NAMES_AS: "described him as a liar". MAKES: "left him
# humiliated". CHARGES: "accused him of lying", OVER: what stands before the charge, besides "of" and "for". DENIES:
# "failed to gloat". ING, ED: a form in "-ing", in "-ed".
NAMES, NAMES_AS, MAKES, CHARGES, OVER, DENIES, ING, ED = (1 << n for n in range(8))

_FORMS: dict[int, str] = {
    NAMES: (
        "call calls called calling brand brands branded branding label labels labelled labeled labelling labeling dub "
        "dubs dubbed dubbing deem deems deemed deeming consider considers considered considering name names named "
        "naming declare declares declared declaring hail hails hailed hailing pronounce pronounced"
    ),
    NAMES_AS: (
        "brand brands branded branding label labels labelled labeled labelling labeling hail hails hailed hailing "
        "describe describes described describing denounce denounces denounced denouncing dismiss dismisses dismissed "
        "dismissing portray portrays portrayed portraying regard regards regarded regarding depict depicts depicted "
        "depicting condemn condemns condemned condemning paint paints painted painting cast casts casting "
        "characterise characterises characterised characterize characterizes characterized see sees saw seen seeing "
        "view views viewed viewing slam slams slammed slamming blast blasts blasted blasting deride derides derided "
        "deriding mock mocks mocked mocking praise praises praised praising celebrate celebrates celebrated lambast "
        "lambasts lambasted attack attacks attacked ridicule ridicules ridiculed remember remembered expose exposes "
        "exposed know known"
    ),
    MAKES: "make makes made making leave leaves left leaving keep keeps kept find finds found render renders rendered",
    CHARGES: (
        "accuse accuses accused accusing convict convicts convicted convicting suspect suspects suspected charge "
        "charges charged charging blame blames blamed blaming guilty condemn condemns condemned condemning criticise "
        "criticises criticised criticising criticize criticizes criticized criticizing denounce denounces denounced "
        "denouncing slam slams slammed slamming blast blasts blasted blasting lambast lambasts lambasted praise "
        "praises praised praising thank thanks thanked thanking jail jails jailed sentence sentenced ridicule "
        "ridicules ridiculed mock mocks mocked rebuke rebukes rebuked fault faults faulted hail hails hailed laud "
        "lauds lauded applaud applauds applauded arrest arrests arrested indict indicted prosecute prosecuted try "
        "tried attack attacks attacked"
    ),
    OVER: "over",
    DENIES: (
        "fail fails failed failing refuse refuses refused refusing decline declines declined declining deny denies "
        "denied denying unable unwilling"
    ),
}
FRAMES: dict[str, int] = {}
for _bit, _words in _FORMS.items():
    for _word in _words.split():
        FRAMES[_word] = FRAMES.get(_word, 0) | _bit


def frame_of(word: str) -> int:
    """The frames that a word opens, as bits."""
    return FRAMES.get(word, 0) | (ING if word.endswith("ing") else ED if word.endswith("ed") else 0)


def kind_by_ending(word: str) -> Kind:
    """The kind of a form of a verb that no list of words has: "labelled"."""
    endings = {"ed": Kind.PAST, "ing": Kind.ING, "s": Kind.S_FORM}
    return next((kind for ending, kind in endings.items() if word.endswith(ending)), Kind.VERB)
