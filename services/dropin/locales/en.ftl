# The site
site-not-found = There is no such site in your network. Choose one from the list of sites.
site-already-opened = A site has this number already. Open the form again to make another one.
site-is-closed = This site is closed for good. Choose another site.
opening-slot-not-found = This opening slot is not there any more. Read the hours of the site again.
opening-slot-taken = Another slot has this number already. Open the form again to add one.
opening-ends-before-it-starts = The end must come after the start, on the same day.
opening-receives-nobody = Nobody could come. Tick "without appointment", "with appointment" or both.
opening-slot-overlaps = The site is open then already ({ $day }, { $start }–{ $end }). Change the times, or change that slot.
site-dates-reversed = The last date comes before the first. Swap them.
site-closure-too-long = A closure lasts { $max } days at most. Beyond that, close the site for good.
site-exception-without-message = Write what people will read on the door, in one language at least.
site-exception-taken = Another exception has this number already. Open the form again to add one.
site-exception-not-found = This exception is not there any more. Read the hours of the site again.
too-many-opening-slots = A site has { $max } slots at most. Remove those no longer used.
too-many-site-exceptions = A site keeps { $max } exceptions at most. Withdraw those that are past.
too-many-site-languages = A site offers { $max } languages at most. Keep those really offered.
site-closed-that-day = The site is closed on { $date }. To open all the same, give the reason of the exceptional opening.
site-not-open-that-day = The site has no opening on { $date }. Give the reason of the exceptional opening, or add a slot.
no-opening-for-appointment = No opening with appointments covers that time on { $date }. Choose another time.

# The session
session-not-found = There is no such session in your network. Open one, or choose it from the list.
session-already-planned = This session is planned otherwise already. Cancel it and plan another one.
session-already-open = This session is open already. Go on with it, or close it.
session-not-open = This session is planned but not open yet. Open it first.
session-is-closed = This session is closed. Open a new one if you still receive people.
session-was-cancelled = This session was cancelled. Open a new one if you receive people all the same.
session-ends-before-it-starts = The session must end after it starts, on the same day. Correct the times.
session-at-another-site = This session is planned at another site. Open it there, or open a new one here.
session-planned-for-another-day = This session is planned for { $date }. Open a new session for today.
session-without-host = Name at least one host.
session-list-too-long = The list is longer than { $max }. Shorten it.
session-counts-not-checked = Read the summary of the session first, then confirm that its counts are right.
session-closes-before-it-opened = The session opened at { $openedAt }. Give a later closing time.
session-cancelled-without-message = Write what people who meant to come will read, in one language at least.
turned-away-count-wrong = Give a number from 1 to { $max }.
visit-before-session = The visit came before the session opened ({ $openedAt }). Check the time, or choose another session.
visit-after-session = The visit came after the session closed ({ $closedAt }). Check the time, or open a new session.
session-day-is-over = This session was left open on another day ({ $endedAt }). Close it and open today's.

# The visit and its needs
visit-not-found = There is no such visit in your network. Look for it by its return code or in the session.
visit-already-recorded = This visit is recorded already. For somebody else, open a new form.
visit-is-voided = This visit was voided and does not count. Record a new one if needed.
visit-without-context = A visit takes place in a session or in the street. Open the session, or say where you met.
visit-with-two-contexts = A visit takes place in a session or in the street, not both. Keep one of them.
visit-without-need = Give at least one need; "not said" will do (OTH.UNSAID).
visit-late-without-reason = This visit is more than a day old. Say why it is sent now.
visit-minutes-wrong = Give a duration of 1 to { $max } minutes, or leave it empty.
too-many-needs = A visit has { $max } needs at most. Keep what matters, or record a new visit.
too-many-visit-notes = A visit has { $max } notes at most. Write the rest with the next visit.
need-id-taken = Another need has this number already. Add it again from the form.
need-not-found = This need is not in this visit. Read the visit again.
need-not-open = This need does not wait for an answer any more ({ $state }). If it comes back, express it again in a visit.
need-not-oriented-there = This need was not oriented there. Orient it first.
too-many-orientations = A need has { $max } orientations at most. Talk it over with the coordination.
note-contains-contact = The note seems to hold a telephone number or an e-mail address. Take it out, or confirm that the person wanted it.
note-may-name-somebody = The note seems to name somebody who works here; that may tell who the person is. Take the name out, or confirm that it is needed.
visit-already-attributed = This visit is attributed to another person. Detach it first.
visit-identity-too-low = A person is known under a pseudonym or a name. Choose one of them, or leave the visit anonymous.
visit-not-attributed = This visit is not attributed to this person. There is nothing to detach.
voiding-not-allowed = Only the host who received can void this visit, until { $until }. Ask the coordination.
code-taken = This return code is given already. Try again: another one will be drawn.

# The appointment
appointment-not-found = There is no such appointment in your network. Look for it in the site's agenda.
appointment-already-booked = This appointment is booked already. For another one, open a new form.
appointment-is-over = This appointment is over ({ $state }). Book a new one.
appointment-in-the-past = That time is past. Choose one to come.
appointment-length-wrong = An appointment lasts 1 to 1440 minutes. Correct the duration.
appointment-at-another-site = This appointment is at another site. Cancel it and book one here.
reminder-by-call-for-signer = A call reminds nobody who signs. Choose a written message or a video.
reminder-without-contact = Say how to reach the person, or choose "no reminder".
appointment-still-to-come = The appointment lasts until { $endsAt }. Wait until then before noting an absence.
appointment-has-another-visit = This appointment is linked to another visit already. Check which one is right.

# The interpretation
interpretation-not-found = There is no such request for an interpreter in your network. Look for it in the list, or make one.
interpretation-already-requested = This interpreter is asked for already. For another request, open a new form.
interpretation-language-unknown = Choose the language to interpret: without it nobody can answer.
interpretation-length-wrong = An interpretation lasts 1 to 1440 minutes. Correct the duration.
interpretation-time-is-past = That time was over on { $endedAt }. If somebody had said yes before, give the time they did; else ask for another time.
interpretation-in-another-language = The person asked for { $asked }, not { $offered }. Ask the person first; if they agree, cancel this request and make one in { $offered }.
interpretation-was-declined = This request was declined ({ $reason }). Ask somebody else first, or try remotely.
interpretation-already-confirmed = An interpreter has confirmed already. To change, cancel this request and make another one.
interpretation-not-confirmed = Nobody has confirmed yet. Note first who interprets.
interpretation-still-to-come = It is too early: this can be noted from { $at }. Wait until then, or cancel the request.
interpretation-cost-too-high = An interpretation costs { $max } cents at most. Check the amount.
interpretation-is-over = This request is over ({ $state }). Make a new one.
