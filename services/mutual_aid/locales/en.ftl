# The charter.
charter-not-found = The network has no charter yet. Draft its first version.
charter-text-missing = There is no text. Write it in at least one language.
charter-not-drafted = Version { $version } is not a draft that is waiting to be adopted. Read the charter again and name the draft.
charter-not-adopted = Version { $version } was not adopted. A meeting must adopt it first.
charter-already-in-force = Version { $version } already has its dates. Draft a new version to change anything.
charter-grace-before-start = The time left to accept ends before the version counts. Choose a later end.
charter-starts-too-early = The version before counts from { $from }. Choose that day or a later one.
charter-too-many-amendments = This version has { $most } proposals, the most it takes. Draft a new version with what was agreed.

# Members.
member-not-found = There is no such member. Look for the member in the list, or have them join first.
member-already-joined = This member has already joined. Open their page instead.
member-has-left = This member has left the network. Have them join again if they wish.
member-still-paired = { $places ->
    [one] This member still has a pairing. End it or hand it on first.
   *[other] This member still has { $places } pairings. End them or hand them on first.
}
not-a-volunteer = This member does not offer to go along with people. Ask them first; they can offer it on their page.
same-alias = The volunteer and the person are the same. Choose another volunteer.
charter-not-current = { $accepted ->
    [0] This volunteer has not accepted the charter. Version { $inForce } is to be accepted first.
   *[other] This volunteer accepted version { $accepted } of the charter; version { $inForce } counts now. It is to be accepted first.
}
charter-version-not-acceptable = { $inForce ->
    [0] No version of the charter counts yet. Wait until one is in force.
   *[other] Version { $version } of the charter cannot be accepted now. Accept version { $inForce }.
}
newer-charter-accepted = The newer version { $accepted } has been accepted. There is nothing more to do.
charter-grace-not-over = The version accepted before is good until { $until }. Wait until then.
quota-reached = { $quota ->
    [0] This volunteer takes no pairings now. Choose another volunteer, or ask whether they take one.
    [one] This volunteer has the one pairing they take on. Choose another volunteer, or ask whether they take more.
   *[other] This volunteer has the { $quota } pairings they take on. Choose another volunteer, or ask whether they take more.
}
quota-too-high = Nobody takes on more than { $most } pairings at once. Choose a smaller number.
too-many-topics = { $most } topics at most. Take one back before sharing another.
too-many-languages = { $most } languages at most. Keep those that are used.
too-many-aliases = { $most } pseudonyms at most for one member. Ask a coordinator to join them.

# Pairings.
pairing-state-word = { $state ->
    [requested] looking for a volunteer
    [proposed] proposed
    [halfAccepted] accepted by one side
    [active] active
    [paused] paused
    [suspended] suspended
    [ended] ended
    [completed] closed
    [unmatched] without a volunteer
    [withdrawn] withdrawn
   *[other] { $state }
}
pairing-not-found = There is no such pairing. Look for it in the list, or ask for somebody to go along.
accompaniment-already-requested = This has been asked for before. Open the pairing instead.
pairing-not-looking = No volunteer is looked for here: the pairing is { pairing-state-word }. Ask for another volunteer in a new pairing.
pairing-not-proposed = There is no proposal to answer: the pairing is { pairing-state-word }. Read it again.
excluded-after-decline = This volunteer was declined, or is not to be proposed again to this person. Choose another one.
too-many-proposals = { $most } volunteers were proposed, the most there can be. Say that nobody was found and make a call.
another-volunteer = This pairing is not with that volunteer. Read it again, then decide.
proposal-deadline-passed = The proposal waited for an answer until { $deadline }. Propose the volunteer again.
proposal-still-open = The proposal waits for an answer until { $deadline }. Wait until then.
decline-reason-needed = Choose a reason, so that the next proposal fits better.
pairing-not-active = This can be done while the pairing is active; it is { pairing-state-word }. If it is paused, resume it first.
pairing-not-running = This pairing does not run: it is { pairing-state-word }. There is nothing to stop or to end.
pairing-not-paused = This pairing is not paused: it is { pairing-state-word }. If it is suspended, a coordinator can reinstate it.
contact-before-start = The pairing began on { $since }. Correct the date of the contact.
contact-in-the-future = This contact has not happened yet. Correct its date.
contact-too-long = A contact takes { $most } minutes at most. Correct the minutes, or log several contacts.
contact-not-found = There is no entry { $contact } that can still be corrected: only the last 200 can. Check its number.
inactivity-not-reached = They were in contact recently enough. There is nothing to flag.
pause-in-the-past = The pause would end before it begins. Choose a later date.
pause-too-long = A pause takes { $days } days at most. Choose an earlier date, or end the pairing and ask again later.
pairing-needs-coordinator = Only a coordinator can do this. Tell a coordinator what happened.
pairing-not-ended = This can be done once the pairing has ended; it is { pairing-state-word }. End it first, or leave it as it is if it is closed.
pairing-feedback-already-given = This side has already said how it was. Tell a coordinator if something should be added.
pairing-outcome-needed = Say what came of it.
pairing-goal-was-reached = It ended because the goal was reached, so the outcome is positive. Leave the outcome out.
no-rematch-from-here = Another volunteer can be asked for once the pairing is over; it is { pairing-state-word }. End it first.
rematch-already-requested = Another volunteer has been asked for. Open the pairing that follows.

# The call for volunteers.
recruitment-language = { $language ->
    [ara] Arabic
    [deu] German
    [eng] English
    [fra] French
    [nld] Dutch
    [sfb] French Belgian Sign Language (LSFB)
    [spa] Spanish
    [tur] Turkish
    [vgt] Flemish Sign Language (VGT)
   *[other] { $language }
}
recruitment-day = { $day ->
    [monday] Monday
    [tuesday] Tuesday
    [wednesday] Wednesday
    [thursday] Thursday
    [friday] Friday
    [saturday] Saturday
   *[sunday] Sunday
}
recruitment-part = { $part ->
    [morning] morning
    [afternoon] afternoon
   *[evening] evening
}
recruitment-half-day = { recruitment-day } { recruitment-part }
recruitment-call = Wanted: somebody to go along with a person. Language: { $language }. Free on: { $times }.
recruitment-call-at-any-time = Wanted: somebody to go along with a person. Language: { $language }.
