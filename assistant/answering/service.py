"""One question in, one `Answer` out: understand, retrieve, decide, compose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.answering import (
    boundary,
    clause_asked,
    doers,
    eligibility,
    form_help,
    general,
    particulars,
    premise,
    reason_asked,
    topics,
    unstated,
)
from assistant.answering.added import with_added
from assistant.answering.composer import Composer
from assistant.answering.compound import joined, leaves_out
from assistant.answering.context import Context
from assistant.answering.foreign import foreign
from assistant.answering.order import ANSWERERS, DOERS, NARROW, OPEN, RULED, SURELY_LISTED, YIELDING
from assistant.conversation.compound import questions_in, stands_alone
from assistant.conversation.kinds import strays
from assistant.conversation.listing import surely_the_lists
from assistant.conversation.plan import Plan
from assistant.conversation.typed import as_typed
from assistant.conversation.understand import Understander
from assistant.models import Answer, Passage
from assistant.parameters import load_parameters
from assistant.registry import Registry
from assistant.retrieval.retriever import Retriever, same_place
from assistant.settings import Settings
from index.corpus import load_corpus

if TYPE_CHECKING:
    from assistant.answering.llm.speaker import Speaker

_SENTENCE_ENDS = ("？", "?", "；", ";", "。", "！", "!")
_COLUMN = re.compile(
    r"(?:它们|各自|分别)?的?(?:促进(?:组织|机构|中心)|(?:核心)?(?:承载)?园区|牵头单位)(?:名称)?(?:都|分别|各|又|呢)*(?:是|叫|有|在)?(?:谁|哪|什么|啥)"
)
QUESTION_LIMIT = 2000  # characters; what is longer is a document, not a question


class Assistant:
    """Answers questions from the corpus; a language model, where one is set, only words what was decided.

    Nothing heavy is loaded before a question needs it: addresses, lists and rules are answered
    from plain data, only open questions touch the index.

    Args:
        settings: where index and model are, and the day on which validity is judged.
        note: receives one-line progress messages.
    """

    def __init__(self, settings: Settings, note: Callable[[str], None] = lambda line: None) -> None:
        self._settings = settings
        self._note = note

    @cached_property
    def context(self) -> Context:
        """Corpus, registry, parameters and retriever of this assistant."""
        corpus = load_corpus(self._settings.data_dir / "documents")
        return Context(
            corpus=corpus,
            registry=Registry.load(),
            parameters=load_parameters(),
            retriever=Retriever(corpus, self._settings, self._note),
        )

    @cached_property
    def _understander(self) -> Understander:
        return Understander(self.context.corpus, self.context.registry)

    @cached_property
    def _speaker(self) -> Speaker | None:
        from assistant.answering.llm.speaker import make_speaker

        return make_speaker(self._settings, lambda doc: self.context.corpus.documents[doc].added)

    def reload(self) -> None:
        """Forget what was read, after documents were added or removed."""
        for name in ("context", "_understander"):
            self.__dict__.pop(name, None)

    def warm_up(self) -> None:
        """Load index and model, so that the first open question does not wait for them."""
        self.context.retriever.warm_up()
        if self._speaker:
            self._speaker.warm_up()

    def plan(self, question: str, history: Sequence[str] = ()) -> Plan:
        """How the question is understood."""
        return self._understander.plan(as_typed(question), [as_typed(turn) for turn in history])

    def ask(self, question: str, history: Sequence[str] = (), as_of: date | None = None) -> Answer:
        """Answer `question`.

        Args:
            question: the user's words.
            history: the user's turns before, oldest first.
            as_of: the day on which validity is judged; the setting's day when None.
        """
        return list(self.stream(question, history, as_of))[-1]

    def stream(
        self, question: str, history: Sequence[str] = (), as_of: date | None = None
    ) -> Iterator[Answer]:
        """The answer to `question` as it comes, see `ask`.

        Without a language model it comes at once. With one, `answer` grows sentence by sentence while all
        else is there from the first; the last one given is final, and what was shown before may be put
        otherwise in it. Closing the iterator breaks the model's work off.
        """
        answer = self.decide(question, history, as_of)
        if self._speaker is None:
            yield answer
            return
        standalone, answer = self._speaker.helped(
            question, history, answer, lambda text: self.decide(text, as_of=as_of)
        )
        if standalone == question and history:
            standalone = self.plan(question, history[-6:]).standalone
        yield from self._speaker.stream(standalone, answer)

    def decide(self, question: str, history: Sequence[str] = (), as_of: date | None = None) -> Answer:
        """The answer as the rules and the documents give it, without a language model; see `ask`."""
        typed = as_typed(question)
        if typed != question:
            answer = self.decide(typed, history, as_of)
            return answer.model_copy(update={"question": question})
        day = as_of or self._settings.day()
        if len(question) > QUESTION_LIMIT:
            return boundary.too_long(question[:QUESTION_LIMIT], QUESTION_LIMIT)
        parts = questions_in(question)
        if (
            any(_COLUMN.match(part) for part in parts[1:])
            and self.plan(parts[0], history[-6:]).kind == "registry"
        ):
            # 「……有哪些集群，促进组织是谁」: one question for rows and a column of them
            parts = (question,)
        if len(parts) == 1:
            return self._answer(question, history, day)
        found = [self._answer(part, (*history, *parts[:place]), day) for place, part in enumerate(parts)]
        # sentences stand for themselves; clauses after a comma mostly belong to what was said before
        if all(part.endswith(_SENTENCE_ENDS) for part in parts[:-1]):
            answer = joined(question, found)
            return answer if answer.status == "answered" else self._answer(question, history, day)
        whole = self._answer(question, history, day)
        if whole.status != "answered" or (all(map(stands_alone, parts)) and leaves_out(whole, found)):
            return joined(question, found)
        return whole

    def _answer(self, question: str, history: Sequence[str], day: date) -> Answer:
        """The answer to a turn that is one question."""
        plan = self.plan(question, history[-6:])
        if strays(plan, lambda: self.context.retriever.statistics):
            plan = replace(plan, kind="outside")
        settled = plan.kind in OPEN and topics.settled(plan, self.context)
        for narrow in self._narrow(plan):
            # a figure that no document states is not stated, and who does it is told, whatever the rule of its matter says
            if (settled and narrow in YIELDING and not _asked_of(narrow, plan)) or (
                narrow in DOERS and topics.asks_leave(plan)
            ):
                continue
            if (
                narrow is unstated.answer
                and topics.asks_who_may(plan)
                and not unstated.asked(plan, self.context)
            ):
                continue
            composer = Composer(question, self.context.corpus, day)
            if told := narrow(plan, composer, self.context, day):
                return _read_as(told, plan)
        if plan.kind in OPEN and foreign(plan, self.context):
            plan = replace(plan, kind="outside")
        composer = Composer(question, self.context.corpus, day)
        for answer_kind in ANSWERERS.get(plan.kind, (general.answer,)):
            # the rules rest on other documents than the one that the question names
            if answer_kind is eligibility.answer and plan.documents and not RULED & set(plan.documents):
                continue
            answer = answer_kind(plan, composer, self.context, day)
            if answer is not None and answer_kind is form_help.answer and self._outranked(answer, plan):
                answer = None
            if answer is not None:
                if plan.kind in ("eligibility", "general"):
                    answer = premise.corrected(answer, plan, self.context, day)
                answer = with_added(answer, plan, self.context, day) if plan.kind == "eligibility" else answer
                return _read_as(answer, plan)
            composer = Composer(question, self.context.corpus, day)
        return _read_as(boundary.not_found(composer), plan)

    def _narrow(self, plan: Plan) -> tuple[Callable[..., Answer | None], ...]:
        """Those of `NARROW` that may answer before the kind's own answerers."""
        if plan.kind in OPEN:
            return NARROW
        if plan.kind != "registry":
            return ()
        if plan.clusters:
            # what is asked of a cluster on the lists is no particular of another clause
            return tuple(narrow for narrow in NARROW if narrow is not particulars.answer)
        places = tuple(match.text for match in self.context.registry.divisions_in(plan.standalone))
        return SURELY_LISTED if surely_the_lists(plan.standalone, places) else NARROW

    def _outranked(self, answer: Answer, plan: Plan) -> bool:
        """Whether one clause, of which the answer says nothing, stands far above all others for the question.

        A label of the forms shares words with many questions; where an address is named, that decides.
        """
        lead = None if plan.locators else self.context.retriever.lead(plan)
        return lead is not None and not any(
            same_place(lead.id, f"{citation.doc}#{citation.locator}") for citation in answer.citations
        )

    def search(self, query: str, k: int = 10) -> list[Passage]:
        """Ranked passages for `query`; an address is looked up and comes first."""
        plan = self.plan(query)
        return self.context.retriever.passages(plan, k)


def _asked_of(narrow: Callable[..., Answer | None], plan: Plan) -> bool:
    """Whether the question is put to `narrow` in so many words: for a figure, or for who does something."""
    return (narrow is unstated.answer and plan.expected == "count") or (
        narrow in (doers.of_a_body, doers.answer) and doers.asks_who(plan)
    )


def _read_as(answer: Answer, plan: Plan) -> Answer:
    """The answer with a word on slips of the question that were read as what they sound like, on reasons and on sources."""
    answer = clause_asked.told(reason_asked.told(answer, plan), plan)
    if not plan.slips or answer.status == "out_of_scope":
        return answer
    told = "、".join(f"“{was}”按“{meant}”" for was, meant in plan.slips)
    return answer.model_copy(update={"warnings": (f"问题中的{told}理解。", *answer.warnings)})
