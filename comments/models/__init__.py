"""Words are in `CommentText` and people in `Sender`; everything else holds numbers and ids."""

from .attachment import Attachment
from .bulk import CommentImport
from .canned import CannedText
from .comment import Comment, CommentNumbers, Sender
from .decision import Decision, Reason
from .desk import Assignment, InternalNote, SavedView
from .event import HearingEvent, HearingEventKind, HearingEventText
from .finding import Finding, FindingKind
from .hearing import NEVER, Hearing, HearingKind, HearingText, NamesRule
from .journal import JournalPackage, PackageState
from .likeness import FamilyBand, TextFamily
from .limit import RateCount
from .look import Look, LookKind
from .minutes import Minutes, ReportMinutes
from .person import (
    PersonRequest,
    PersonRequestKind,
    PersonRequestState,
    PersonRequestStep,
    StepKind,
)
from .proposal import ProposalState, ProposedRejection
from .report import HearingReport, Remark, RemarkText, ReportDecision, ReportEntry
from .request import CommentReport, ErasureRequest, ReportKind, RequestState
from .response import Outcome, OutcomeText, Response, ResponseText
from .retention import ErasureMark, RetentionRun, RetentionSetting
from .setting import DialogueSetting
from .text import CommentText, TextRole
from .theme import Theme, ThemedComment, ThemeText
from .waiting import WaitingFile
from .watch import WatchWord

__all__ = [
    "NEVER",
    "Assignment",
    "Attachment",
    "CannedText",
    "Comment",
    "CommentImport",
    "CommentNumbers",
    "CommentReport",
    "CommentText",
    "Decision",
    "DialogueSetting",
    "ErasureMark",
    "ErasureRequest",
    "FamilyBand",
    "Finding",
    "FindingKind",
    "Hearing",
    "HearingEvent",
    "HearingEventKind",
    "HearingEventText",
    "HearingKind",
    "HearingReport",
    "HearingText",
    "InternalNote",
    "JournalPackage",
    "Look",
    "LookKind",
    "Minutes",
    "NamesRule",
    "Outcome",
    "OutcomeText",
    "PackageState",
    "PersonRequest",
    "PersonRequestKind",
    "PersonRequestState",
    "PersonRequestStep",
    "ProposalState",
    "ProposedRejection",
    "RateCount",
    "Reason",
    "Remark",
    "RemarkText",
    "ReportDecision",
    "ReportEntry",
    "ReportKind",
    "ReportMinutes",
    "RequestState",
    "Response",
    "ResponseText",
    "RetentionRun",
    "RetentionSetting",
    "SavedView",
    "Sender",
    "StepKind",
    "TextFamily",
    "TextRole",
    "Theme",
    "ThemeText",
    "ThemedComment",
    "WaitingFile",
    "WatchWord",
]
