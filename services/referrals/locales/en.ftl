# Referrals: why not, and the way out.
referral-not-found = This referral does not exist here. Check its number, or look it up in the list of referrals.
referral-already-drafted = This referral is written down already. Open it in the list, or write another one.
referral-needs-missing = A referral is for at least one need. Choose the need it is for.
referral-too-many-needs = A referral takes at most { $most } needs. Make a second referral for the others.
referral-need-twice = The need { $code } is there twice. Take it out once.
referral-too-much-detail = A list takes at most { $most } entries. Keep the most important ones.
referral-code-missing = The return code is to be shared, but there is none. Give the person a code, or share nothing.
referral-person-missing = The name is to be shared, but the person is not known. Choose the person, or share only the code.
referral-resumes-itself = A referral cannot go on from itself. Give the new referral a number of its own.
referral-still-open = The earlier referral is still open. Re-orient the person instead: the open one is then replaced in the same step.
referral-other-case = The earlier referral belongs to another case. Check which person it is about.
referral-consent-missing = The person's consent is missing. Ask for it and record it first.
referral-consent-too-narrow = { $missing ->
    [identity] The person has not agreed to share their name. Ask them, or share less.
   *[other] The person has not agreed to share the need. Without that the partner cannot answer: ask them.
}
referral-consent-not-understood = The person's language was not met, so they cannot have agreed. Ask again with an interpreter.
referral-consent-already-given = There is a consent already. Nothing has to be overridden.
referral-second-reader-same = The second reader must be somebody else than you. Ask a colleague to read the reason.
referral-reason-missing = "Other" says nothing by itself. Write the reason in a few words.
referral-already-sent = This referral is already on its way. To ask somebody else, re-orient the person.
referral-not-sent = This referral has not been sent yet. Record the consent and send it first.
referral-without-link = This referral was not sent by link. Call the partner instead.
referral-link-not-current = This link is not valid any more. Ask the team that sent the referral for a new one.
referral-already-answered = { $state ->
    [received] The partner has already received this referral. Wait for the answer, or revoke the link.
    [underReview] The partner has already received this referral. Wait for the answer, or revoke the link.
    [waitListed] The partner has already received this referral. Wait for the answer, or revoke the link.
    [awaitingPerson] The partner has already received this referral. Wait for the answer, or revoke the link.
   *[other] The partner has already said yes. To change that, the partner can return the referral.
}
referral-charter-not-current = The charter has changed since this member accepted it. Have the member accept it as it is now, then accept the referral.
referral-no-contact = The person does not want to be contacted. Choose a way in which nobody writes to or calls them.
referral-date-implausible = This date cannot be right. Choose one from { $from } to { $until }.
referral-person-not-awaited = Nothing is being asked of the person at the moment. Look up where the referral stands.
referral-not-accepted = The partner has not said yes yet. Wait for the answer, or record it if you have it by telephone.
referral-already-attended = The person has already come. Record what became of it instead.
referral-appointment-not-yet = The appointment is on { $date }. Whether the person comes is known only then.
referral-person-missed = The person did not come. Make a new appointment, or close the referral.
referral-not-in-service = A referral is closed after the person came or stayed away. Record that first, or take the referral back.
referral-outcome-missing = What became of it is not clear: nobody has told, or the voices differ. Choose the outcome to close with.
referral-no-help-reason-missing = The person got no help. Choose the reason, so that it can be counted.
referral-not-recallable = It has gone too far to be taken back. If the person does not want it any more, record that their consent is withdrawn.
referral-not-reopenable = This referral cannot go on from where it stands. Draft a new one that goes on from it.
referral-closed = { $state ->
    [declined] This referral is closed: the partner has said no. The team that sent it can reopen it.
    [expired] This referral is closed: no answer came in time. The team that sent it can reopen it.
    [recalled] This referral is closed: it was taken back. Nothing more has to be done.
    [returned] This referral is closed: the partner gave it back. Draft a new one that goes on from it.
   *[other] This referral is closed. The team that sent it can reopen it.
}
referral-superseded = The person has been re-oriented: another referral ({ $by }) took the place of this one. Nothing more has to be done here.
referral-void = This referral was entered in error and counts for nothing. Draft a new one if it is needed.
referral-for-host = Hosts do this. Ask somebody at the reception desk.
referral-for-partner = The partner who was asked answers this, or a host who has them on the telephone.
referral-for-coordinator = A coordinator does this. Ask yours.
referral-for-platform = The platform does this by itself when the date has come. Nothing has to be done.
referral-voice-of-others = You can tell only what you know yourself. A host can record what others told them.
referral-not-due = It is too early: this is due on { $due }.
referral-nothing-due = Nothing of the kind is due for this referral. Look up where it stands.
