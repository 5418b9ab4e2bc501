"""What a check says: a fault with its place and the way out, or that a check could not be made."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Flaw:
    """A fault of a file of a pack: where, what, and what to do."""

    place: str
    fault: str
    fix: str = "make the pack again; if the fault stays, it is one of framing"

    def __str__(self) -> str:
        return f"{self.place}: {self.fault} — {self.fix}"


@dataclass
class Findings:
    """The flaws of a file, what was looked at, and what could not be looked at, with the reason."""

    flaws: list[Flaw] = field(default_factory=list)
    checked: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def expect(self, holds: bool, place: str, fault: str) -> bool:
        """Note a flaw where something does not hold."""
        if not holds:
            self.flaws.append(Flaw(place, fault))
        return holds

    def read_text(self, place: str, data: bytes) -> str | None:
        """A text in UTF-8; None, with a flaw, where it is none."""
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            self.expect(False, place, "it is no UTF-8")
            return None
