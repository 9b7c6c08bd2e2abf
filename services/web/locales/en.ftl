### App

## core

core-name = Entraide
core-skip = Skip to the content
core-languages = Languages
core-screens = Screens
core-online = Online
core-offline = Offline
core-offline-waiting = { $count ->
     [one] Offline · { $count } waiting
    *[other] Offline · { $count } waiting
    }
core-waiting-count = { $count ->
     [one] { $count } to send
    *[other] { $count } to send
    }
core-refused-count = { $count ->
     [one] { $count } refused
    *[other] { $count } refused
    }
core-session-ended = Session over. Sign in again
core-read-only = The server cannot store anything just now. What you record stays on this device and goes out by itself.
core-kept = Kept. It goes out by itself.
core-close = Close
core-cancel = Cancel
core-save = Save
core-undo = Undo
core-remove = Remove
core-go-on = Go on
core-try-again = Try again
core-loading = One moment…
core-refused = This was not accepted.
core-as-of = As known on { $when }
core-device-full = This device is full. Nothing was kept. Make room, then try again.
core-device-unable = This device cannot keep anything. Write it on paper.
core-trouble-offline = No network. We try again by ourselves.
core-trouble-signed-out = Your session is over. Sign in again.
core-trouble-no-role = Choose your role first.
core-trouble-no-right = Your role does not show this page.
core-trouble-busy = It is busy. Try again in a moment.
core-trouble-fault = Something is wrong on our side.
core-sign-in = Sign in
core-sign-out = Sign out
core-lock = Lock
core-choose-role = My role
core-session = My session
core-leave-with-waiting = What waits stays sealed on this device. It is sent when you come back.
core-version-is = Version { $version }
core-language-unknown = Not said
core-language-signed = Sign language ({ $name })
core-morning = Morning
core-afternoon = Afternoon
core-evening = Evening
core-print = Print
core-show-more = Show more
core-screen-visit = Visit
core-screen-today = Today
core-screen-refer = Refer
core-screen-companion = Companion
core-screen-desk = Desk
core-screen-board = Board
core-screen-waiting = To send
core-screen-todo = To do
core-screen-path = Path
core-screen-pairing = Pairings
core-screen-numbers = Numbers
core-screen-partners = Partners
core-screen-meetings = Meetings
core-screen-mine = My pairings
core-screen-free = My week
core-screen-people = People and roles
core-screen-data = Data
core-screen-more = More

## visit

visit-title = New visit
visit-anonymous = No name needed. The visit is anonymous.
visit-ask-need = What does the person need?
visit-need-housing = Housing
visit-need-health = Health
visit-need-card = Medical card
visit-need-papers = Papers
visit-need-money = Money
visit-need-food = Food
visit-need-family = Family
visit-need-safety = Safety
visit-need-talk = Talking
visit-ask-done = What did we do?
visit-outcome-informed = Informed
visit-outcome-oriented = Referred
visit-outcome-network = Go along
visit-save = Save
visit-need-count = { $count ->
     [one] ({ $count } need)
    *[other] ({ $count } needs)
    }
visit-need-first = Choose a need first.
visit-desk-first = Open the desk first.
visit-desk-closed = The desk is closed.
visit-desk-open = Open
visit-desk-open-and-save = Open and save
visit-desk-opened = The desk is open.
visit-saved = Visit recorded.
visit-kept = Visit kept on this device. It leaves when the network is back.
visit-undone = The visit was taken back.
visit-go-refer = Refer now
visit-go-companion = Look for a companion
visit-outreach-place = In the street
visit-more = Language and other details
visit-choose = Choose…
visit-other-need = Another need

## facts

facts-language = Which language?
facts-other-language = Another language
facts-choose = Choose…
facts-met = How did you talk?
facts-met-direct = Directly
facts-met-interpreter = Interpreter
facts-met-volunteer = Volunteer
facts-met-written = In writing
facts-met-not = Not understood
facts-mode = How did it come?
facts-mode-walk-in = Walked in
facts-mode-appointment = Appointment
facts-mode-phone = Phone
facts-mode-accompanied = With somebody
facts-mode-outreach = In the street
facts-relation = What link with the neighbourhood?
facts-resident = Lives here
facts-works = Works here
facts-passing = Passing through
facts-not-said = Not said
facts-minutes = How many minutes?
facts-optional = Optional.

## today

today-title = Today
today-at = { $site }
today-nothing = No visit yet today.
today-closed = The desk is closed.
today-visit-word = { $count ->
     [one] visit
    *[other] visits
    }
today-waits = To send
today-undone = The visit was taken back.
today-undone-later = The visit is taken back when the network is back.
today-already-sent = It has just left. Take it back in the list.
today-correct = Correct
today-corrected = corrected
today-late = sent later
today-did-informed = Informed
today-did-oriented = Referred
today-did-network = Go along
today-corrected-now = The visit is corrected.
today-corrected-later = The correction leaves when the network is back.
today-more = What next
today-heard = Answered here: { $need }
today-heard-now = Noted: answered here.
today-code = Give a return code
today-code-now = Write this code on the person's slip.
today-code-is = Return code
today-later = Kept. It will go when the network is back.

## desk

desk-title = The desk
desk-sentence = Open or closed, and the next time.
desk-site = Place
desk-is-open = Open
desk-is-closed = Closed
desk-since = Since { $time }
desk-visit-count = { $count ->
     [one] { $count } visit
    *[other] { $count } visits
    }
desk-open = Open the desk
desk-opened = The desk is open.
desk-opened-later = Open on this device. The network learns it soon.
desk-why = Why open today?
desk-why-demand = Many requests
desk-why-emergency = Emergency
desk-why-event = Event nearby
desk-why-other = Another reason
desk-close = Close the desk
desk-check-title = Are these numbers right?
desk-visits = Visits
desk-first-visits = First visits
desk-turned-away = Turned away
desk-counted = Counted by hand
desk-counted-hint = Leave empty if you did not count.
desk-close-now = They are, close
desk-closed = The desk is closed. Thank you.
desk-closed-later = Closed on this device. The network learns it soon.
desk-next = The next times
desk-no-next = No opening planned.
desk-exceptional = exceptional
desk-by-appointment = by appointment

## refer

refer-title = Refer
refer-sentence = Choose a service. The person stays anonymous.
refer-where = To which service?
refer-nobody = No service meets this need.
refer-walk-in = no appointment
refer-appointment = by appointment
refer-full = Full
refer-waiting-list = Waiting list
refer-agrees = The person agrees
refer-agrees-hint = The service learns the need, nothing else.
refer-send = Send
refer-sending = Sending…
refer-sent = Referral sent.
refer-sent-later = Referral kept. It leaves when the network is back.
refer-visit-first = A referral begins with a visit.
refer-how = How to send it?
refer-by-slip = On paper
refer-by-phone = By phone
refer-urgent = It is urgent
refer-again = To another service. It stays on the same path.
refer-code-goes = The person's code is on the referral.

## companion

companion-title = Look for a companion
companion-sentence = Somebody of the network goes along.
companion-language = Language, spoken or signed
companion-other-language = Another language
companion-choose = Choose…
companion-language-first = Choose a language first.
companion-when = When? Leave empty if any time will do.
companion-send = Ask
companion-sending = Sending…
companion-asked = Sent to the coordination.
companion-asked-later = Kept. It leaves when the network is back.
companion-visit-first = Looking for a companion begins with a visit.

## board

board-title = Board to point at
board-ask = What do you need?
board-answers = Answers
board-yes = Yes
board-no = No
board-unsure = I do not know
board-record = Record a visit
board-clear = Start again

## waiting

waiting-title = Waiting to be sent
waiting-sentence = Nothing leaves this list before the server says yes.
waiting-send-now = Send now
waiting-sending = Sending…
waiting-nothing = Everything is sent.
waiting-refused-title = Refused
waiting-earlier-refused = Not sent: what comes before was refused.
waiting-take-back = Take back
waiting-taken-back = Taken back.
waiting-too-late = It has left already.
waiting-mine = What you wrote
waiting-now = What stands now
waiting-keep-now = Keep what stands
waiting-put-mine = Put mine
waiting-mine-taken = Yours is in place.
waiting-mine-later = Yours goes when the network is back.
waiting-now-gone = This is no more.
waiting-the-same = Both say the same.
act_unreadable = Cannot be read on this device
act_recordVisit = Visit
act_voidVisit = Visit to take back
act_correctVisit = Correction of a visit
act_openSession = Opening of the desk
act_closeSession = Closing of the desk
act_draftReferral = Referral
act_recordReferralConsent = Consent of the person
act_sendReferral = Sending of the referral
act_openPerson = Opening of a file
act_requestAccompaniment = Request for a companion
act_logContact = Contact noted
act_recordAttendance = Attendance
act_countAnonymousAttendance = Attendance by count
act_acceptCharter = Yes to the charter
act_acceptPairing = Yes to a pairing
act_declinePairing = No to a pairing
act_resumePairing = Resuming of a pairing
act_pausePairing = Pause of a pairing
act_endPairing = End of a pairing
act_proposePairing = Proposal of a volunteer
act_reportNoMatch = Nobody fits
act_declareAvailability = Free times
act_issueReturnCode = Return code
act_answerNeedDirectly = Answered here
act_completePersonAction = What the person did
act_recordAttended = Came or not
act_reportOutcome = What the person says
act_closeReferral = End of a referral
act_acceptPairingAsPerson = Yes from the person
act_givePairingFeedback = Opinion on a pairing
act_completePairing = Closing a pairing
act_askDataRequest = Request about data
act_answerDataRequest = Answer about data
act_erasePerson = Erasing
act_grantFacet = Role given
act_withdrawFacet = Role withdrawn
act_removeAccount = Access withdrawn
act_planMeeting = Meeting planned
act_announceMeeting = Announcing a meeting
act_registerForMeeting = Coming to a meeting
act_cancelMeetingRegistration = Seat given back
act_openMeeting = Beginning a meeting
act_closeMeeting = End of a meeting
act_proposeAgendaItem = Subject proposed
act_acceptAgendaItem = Subject accepted
act_deferAgendaItem = Subject deferred
act_withdrawAttendance = Name taken back
act_takeDecision = Decision
act_makeCommitment = Commitment
act_fulfilCommitment = Commitment kept
act_draftMinutes = Minutes
act_correctMinutes = Minutes corrected
act_approveMinutes = Minutes approved
act_publishMinutes = Minutes published
act_verifyServiceSheet = Sheet checked
act_namePasskey = Passkey renamed
act_removePasskey = Passkey removed
act_removeSecondFactor = Second code removed
act_unlinkOutsideIdentity = Account of an organisation unlinked
act_offerVolunteering = Offer to go along
act_withdrawVolunteering = Offer to go along taken back
act_withdrawLivedExperience = Experience taken back
act_withdrawReferralConsent = Yes taken back
act_acceptReferral = Yes of the service
act_declineReferral = No of the service

## sign-in

sign-in-title = Sign in
sign-in-sentence = With the address and password of your account.
sign-in-problem = That did not work
sign-in-email = E-mail address
sign-in-password = Password
sign-in-network = Network
sign-in-shared = Shared device
sign-in-shared-hint = The session ends after 5 idle minutes.
sign-in-other-ways = Or another way
sign-in-by-outside = With { $name }
sign-in-by-passkey = With a passkey
sign-in-passkey-not = The passkey was not given. Try again, or sign in with your password.
sign-in-no-network = No network is open here yet. Ask whoever looks after the server.
sign-in-one-moment = One moment…
sign-in-second-title = One more code
sign-in-second-sentence = The one your app shows.
sign-in-code = Code of 6 digits
sign-in-paper-code = Code on paper
sign-in-use-paper = Use a code on paper
sign-in-use-code = Use the app
sign-in-demo-title = Demonstration
sign-in-demo-sentence = Invented people. One click will do.
sign-in-demo-host = host
sign-in-demo-coordinator = coordinator
sign-in-demo-volunteer = volunteer
sign-in-demo-member = member
sign-in-demo-reception = reception
sign-in-demo-auditor = auditor
sign-in-demo-admin = administrator
sign-in-demo-organiser = organiser
sign-in-demo-funding = funding
sign-in-demo-tenants = tenant support
sign-in-role-title = Your role
sign-in-role-sentence = What are you doing now?
sign-in-hello = Hello { $name }. What are you doing now?
sign-in-one-role = Your role: { $role }.
sign-in-no-role = No role yet. Ask the coordination.
sign-in-needs-second = A second code is needed first.
sign-in-pin-new = PIN for this device
sign-in-pin-hint = 4 digits or more, to resume quickly.
sign-in-pin-keep = Keep this PIN
sign-in-pin-set = The PIN is kept.
sign-in-pin = PIN
sign-in-locked-title = Locked
sign-in-locked-sentence = Type your PIN to go on.
sign-in-unlock = Go on
sign-in-somebody-else = Somebody else
sign-in-invitation-title = Welcome
sign-in-invitation-sentence = Choose a password: three words or more, easy for you.
sign-in-invitation-new = New password
sign-in-invitation-missing = This link is not complete. Open it again.

## ways

ways-title = My ways in
ways-later = Kept. It goes when the network is back.
ways-password = Password
ways-password-change = Change the password
ways-password-set = Choose a password
ways-password-changed = The password is changed. Your other devices are signed out.
ways-current = Password until now
ways-current-wrong = This is not the password until now.
ways-next = New password
ways-next-hint = Three words or more, easy for you.
ways-passkeys = Passkeys
ways-passkeys-are = Sign in with the finger, the face or the code of your device, without a password.
ways-passkey = Passkey
ways-passkey-add = Add a passkey
ways-passkey-name = Name of this passkey
ways-passkey-name-hint = For example: my phone.
ways-passkey-added = The passkey is added.
ways-passkey-named = The name is changed.
ways-passkey-removed = The passkey is removed.
ways-passkey-already = This device has a passkey for this account already.
ways-passkey-not-made = The passkey was not made. Try again when you like.
ways-passkey-unknown = This browser does not know passkeys. Try on a newer phone.
ways-rename = Rename
ways-new-name = New name
ways-second = Second code
ways-second-is = An app on your phone shows a code. It is asked for after the password.
ways-second-begin = Set it up
ways-second-remove = Ask for no code any more
ways-second-set = The second code is set up.
ways-second-removed = The second code is not asked for any more.
ways-second-needed = Your role decides for others. It needs a second code or a passkey.
ways-is-set = Set up
ways-codes-left = { $count ->
     [one] { $count } code on paper is left.
    *[other] { $count } codes on paper are left.
    }
ways-keep-codes = Keep these codes on paper. Each works once, if the phone is lost. They are not shown again.
ways-codes-kept = I have kept them
ways-scan = Scan this picture with the app for codes.
ways-picture = Picture to scan
ways-or-type = Or type this:
ways-open-app = Open the app on this device
ways-code = Code of 6 digits
ways-confirm = Confirm
ways-organisation = Account of my organisation
ways-organisation-is = Sign in here with the account of your organisation.
ways-link = Link { $name }
ways-unlinked = That account does not open yours any more.

## clips

clips-captions = Captions
clips-transcript = Text of the video

## labels

Role_ADMINISTRATOR = Administrator
Role_AUDITOR = Auditor
Role_COORDINATOR = Coordinator
Role_FUNDING_OFFICER = Funding officer
Role_HOST = Host
Role_MEMBER = Member
Role_ORGANISER = Community organiser
Role_PARTNER = Partner
Role_PUBLIC = Public
Role_RECEPTIONIST = Reception
Role_SYSTEM = The platform
Role_TENANT_SUPPORT = Tenant support
Role_VOLUNTEER = Volunteer
VisitState_RECORDED = recorded
VisitState_VOIDED = taken back
NeedState_ANSWERED_DIRECTLY = answered at the desk
NeedState_EXPRESSED = expressed
NeedState_MET = met
NeedState_ORIENTED = sent on
NeedState_PARTLY_MET = partly met
NeedState_UNMET = unmet
NeedState_WITHDRAWN = withdrawn
ReferralState_ACCEPTED = accepted
ReferralState_AWAITING_PERSON = waiting for the person
ReferralState_CLOSED = closed
ReferralState_DECLINED = declined
ReferralState_DRAFTED = drafted
ReferralState_EXPIRED = expired
ReferralState_IN_SERVICE = in service
ReferralState_MISSED = missed
ReferralState_READY = ready
ReferralState_RECALLED = recalled
ReferralState_RECEIVED = received
ReferralState_RETURNED = returned
ReferralState_SCHEDULED = scheduled
ReferralState_SENT = sent
ReferralState_SUPERSEDED = replaced
ReferralState_UNDER_REVIEW = under review
ReferralState_VOID = void
ReferralState_WAIT_LISTED = waiting list
PairingState_ACTIVE = active
PairingState_COMPLETED = completed
PairingState_ENDED = ended
PairingState_HALF_ACCEPTED = one side said yes
PairingState_PAUSED = paused
PairingState_PROPOSED = proposed
PairingState_REQUESTED = asked for
PairingState_SUSPENDED = suspended
PairingState_UNMATCHED = nobody found
PairingState_WITHDRAWN = withdrawn
AppointmentState_ARRIVED = came
AppointmentState_BOOKED = booked
AppointmentState_CANCELLED = cancelled
AppointmentState_DID_NOT_SHOW = did not come
InterpretationState_CANCELLED = cancelled
InterpretationState_CONFIRMED = confirmed
InterpretationState_DECLINED = declined
InterpretationState_DONE = done
InterpretationState_MISSED = missed
InterpretationState_REQUESTED = asked for
InterpretationState_UNMET = no interpreter
SessionState_CANCELLED = cancelled
SessionState_CLOSED = closed
SessionState_OPEN = open
SessionState_PLANNED = planned
PersonState_ACTIVE = active
PersonState_ALIAS = merged
PersonState_ERASED = erased
PersonState_ERASING = being erased
ReferralReason_CAPACITY = no room
ReferralReason_COULD_NOT_CONTACT = could not be reached
ReferralReason_DUPLICATE = duplicate
ReferralReason_LANGUAGE_NOT_COVERED = language not covered
ReferralReason_MISSING_DOCUMENT = missing document
ReferralReason_NOT_ELIGIBLE = not eligible
ReferralReason_OTHER = another reason
ReferralReason_OUT_OF_AREA = out of the area
ReferralReason_PERSON_NO_LONGER_INTERESTED = no longer wanted
ReferralReason_SERVICE_CLOSED = service closed
ReferralReason_WAIT_LIST_CLOSED = waiting list closed
ReferralReason_WRONG_SERVICE = wrong service
ReferralRecallReason_CONSENT_WITHDRAWN = consent withdrawn
ReferralRecallReason_PERSON_CHANGED_MIND = the person changed their mind
ReferralRecallReason_SAFETY = safety
ReferralOutcome_GOT_HELP = got help
ReferralOutcome_NO_HELP = no help
ReferralOutcome_PARTLY = partly
ReferralOutcome_UNKNOWN = unknown
ReferralPersonAction_CALL_PARTNER = call the partner
ReferralPersonAction_COME_IN_PERSON = come in person
ReferralPersonAction_FILL_IN_FORM = fill in a form
ReferralPersonAction_MISSING_DOCUMENT = bring a document
ReferralPersonAction_OTHER = something else
UnmetReason_COULD_NOT_CONTACT = could not be reached
UnmetReason_LANGUAGE_NOT_COVERED = language not covered
UnmetReason_MISSING_DOCUMENT = missing document
UnmetReason_NOT_ELIGIBLE = not eligible
UnmetReason_NO_CAPACITY = no room
UnmetReason_NO_SUCH_SERVICE = no such service
UnmetReason_OTHER = another reason
UnmetReason_OUT_OF_AREA = out of the area
UnmetReason_TOO_EXPENSIVE = too expensive
NeedWithdrawal_CHANGED_MIND = changed their mind
NeedWithdrawal_ENTERED_BY_MISTAKE = entered by mistake
NeedWithdrawal_NOT_SAID = not said
NeedWithdrawal_SOLVED_OTHERWISE = solved otherwise
VoidReason_ENTERED_TWICE = entered twice
VoidReason_OTHER = another reason
VoidReason_PERSON_ASKED = the person asked
VoidReason_TRIAL = trial
VoidReason_WRONG_SESSION = wrong session
CorrectionReason_COMPLETED_LATER = completed later
CorrectionReason_MISUNDERSTOOD = misunderstood
CorrectionReason_OTHER = another reason
CorrectionReason_PERSON_ASKED = the person asked
CorrectionReason_TYPING_ERROR = typing error
PairingEndReason_END_OF_TERM = end of the term
PairingEndReason_GOAL_REACHED = goal reached
PairingEndReason_LOST_CONTACT = lost contact
PairingEndReason_MISMATCH = it did not fit
PairingEndReason_MOVED = moved away
PairingEndReason_PERSON_WISH = the person's wish
PairingEndReason_SAFETY = safety
PairingEndReason_VOLUNTEER_UNAVAILABLE = volunteer not free
PairingDeclineReason_ACQUAINTED_PRIVATELY = know each other
PairingDeclineReason_NEED_CHANGED = the need changed
PairingDeclineReason_NOT_AT_EASE = not at ease
PairingDeclineReason_NO_TIME = no time
PairingDeclineReason_OTHER = another reason
PairingDeclineReason_TOO_FAR = too far
PairingPauseReason_BY_AGREEMENT = by agreement
PairingPauseReason_PERSON_AWAY = person away
PairingPauseReason_VOLUNTEER_AWAY = volunteer away
PairingReasonCode_FREE_FRIDAY = free on Friday
PairingReasonCode_FREE_MONDAY = free on Monday
PairingReasonCode_FREE_SATURDAY = free on Saturday
PairingReasonCode_FREE_SUNDAY = free on Sunday
PairingReasonCode_FREE_THURSDAY = free on Thursday
PairingReasonCode_FREE_TUESDAY = free on Tuesday
PairingReasonCode_FREE_WEDNESDAY = free on Wednesday
PairingReasonCode_HAS_PLACES = has room
PairingReasonCode_KNOWS_TOPIC = knows the topic
PairingReasonCode_MEETS_GENDER_WISH = as wished
PairingReasonCode_SPEAKS_LANGUAGE = speaks the language
Party_COORDINATOR = Coordinator
Party_HOST = Host
Party_MEMBER = Members
Party_PARTNER = Partner
Party_PERSON = The person
Party_VOLUNTEER = Volunteer
CharterAcceptanceMode_INTERPRETED = Through an interpreter
CharterAcceptanceMode_READ = Read it
CharterAcceptanceMode_READ_ALOUD = Somebody read it aloud
CharterAcceptanceMode_SIGNED = In sign language
ContactMedium_IN_PERSON = In person
ContactMedium_LETTER = Letter
ContactMedium_MESSAGE = Message
ContactMedium_PHONE = Phone
ContactMedium_VIDEO = Video
Kind_visit = Visit
Kind_need = Need
Kind_session = Desk
Kind_interpretation = Interpreter
Kind_partner = Partner
Kind_service = Sheet
Kind_referral = Referral
Kind_member = Member
Kind_charter = Charter
Kind_pairing = Pairing
Kind_meeting = Meeting
Kind_commitment = Commitment
Kind_person = File
PartnerState_ACTIVE = active
PartnerState_CONTACTED = contacted
PartnerState_DECLINED = declined
PartnerState_DORMANT = dormant
PartnerState_IDENTIFIED = identified
PartnerState_MET = met
ServiceSheetState_DRAFT = draft
ServiceSheetState_PUBLISHED = published
ServiceSheetState_RETIRED = retired
ServiceSheetState_TEMPORARILY_CLOSED = closed for now
AccountState_ACTIVE = active
AccountState_INVITED = invited
AccountState_LOCKED = locked
AccountState_REMOVED = removed
DataRequestKind_CORRECT = Correct
DataRequestKind_ERASE = Erase
DataRequestKind_READ = Read
RevealPurpose_CONTACT = reach the person
RevealPurpose_DATA_REQUEST = request about data
RevealPurpose_DUPLICATES = duplicates
RevealPurpose_OTHER = another reason
RevealPurpose_RECEPTION = reception
RevealPurpose_REFERRAL = referral
RevealPurpose_SAFETY = safety
PairingFeedbackAnswer_YES = yes
PairingFeedbackAnswer_PARTLY = partly
PairingFeedbackAnswer_NO = no
PairingFeedbackAnswer_NOT_SAID = not said
PairingOutcome_POSITIVE = positive
PairingOutcome_PARTLY = partly
PairingOutcome_NOT_REACHED = not reached
PairingOutcome_UNKNOWN = not known

## todo

todo-title = To do
todo-sentence = What has waited longest comes first.
todo-nothing = Nothing is waiting. Well done.
todo-who = Who must move?
todo-everybody = Everybody
todo-since = { $when }
todo-due = by { $date }
todo-late = late
todo-open = Open
todo-count = { $count ->
     [one] { $count } thing to do
    *[other] { $count } things to do
    }
todo_answerReferral = Answer the referral
todo_recordConsent = Note the consent
todo_sendReferral = Send the referral
todo_askPersonOutcome = Ask the person how it went
todo_completePersonAction = Do what is asked
todo_scheduleAppointment = Fix an appointment
todo_recordAttendance = Say whether the person came
todo_rescheduleAppointment = Fix another appointment
todo_reportOutcome = Tell the outcome
todo_closeReferral = Close the referral
todo_reorientPerson = Send the person elsewhere
todo_answerNeed = Answer the need
todo_openSession = Open the desk
todo_closeSession = Close the desk
todo_answerInterpretation = Say whether the interpreter comes
todo_findInterpreter = Find an interpreter
todo_reassignInterpretation = Ask another interpreter
todo_deliverInterpretation = Interpret
todo_attendAppointment = Come to the appointment
todo_takePartnerStep = Take the planned step
todo_reviewServiceSheet = Review the sheet
todo_verifyServiceSheet = Verify the sheet
todo_sayWhenServiceReopens = Say when the service reopens
todo_chooseServiceNeeds = Choose the needs of the sheet
todo_announceMeeting = Announce the meeting
todo_closeMeeting = Close the meeting
todo_draftMinutes = Write the minutes
todo_approveMinutes = Approve the minutes
todo_publishMinutes = Publish the minutes
todo_tellOfCommitment = Tell of the commitment
todo_acceptCharter = Accept the charter
todo_proposeVolunteer = Propose a volunteer
todo_answerProposal = Say yes or no
todo_sayWhetherAllIsWell = Say whether all is well
todo_lookAfterPairing = Look after the pairing
todo_clearUpIncident = Clear up the incident
todo_completePairing = Complete the pairing
todo_confirmSharingOverride = Read a sharing without consent
todo_answerDataRequest = Answer a request about data
todo_reviewRetention = Review what is kept
todo_approveRecovery = Approve a recovery

## path

path-title = The path
path-sentence = Everything that happened, in order. A correction stays visible.
path-find = Find a path
path-code = Return code
path-code-hint = 7 letters and digits, on the person's slip.
path-show = Show
path-none = No path under this code.
path-as-known = As known on
path-now = Now
path-between = From { $from } to { $to }
path-known-then = Known at the end of that day. The rest was not there yet.
path-recorded = recorded { $when }
path-later = recorded later
path-by = by { $role }
path-from-to = { $from } → { $to }
path-why = Reason: { $reason }
path-need = Need: { $need }
path-things = Where things stand
path-steps = Steps
path-step-count = { $count ->
     [one] { $count } step
    *[other] { $count } steps
    }
path-nothing-then = Nothing was known that day.
path-details = Details
path-version = Version { $version }
path-next = What now?
path-reorient = Send somewhere else
path-brought = The person did it
path-came = The person came
path-did-not-come = The person did not come
path-ask-helped = What does the person say?
path-told = Noted.
path-close = Close the referral
path-why-no-help = Why was there no help?
path-asks-data = The person asks, about their data
path-ask-service = What did the service answer?
path-service-yes = It says yes
path-service-no = It says no
path-why-service-no = Why not?
path-note-no = Note the no
path-no-more-consent = The person does not agree any more
path-no-more-consent-is = The referral stops and the service cannot read it any more. To go on, a new yes is needed.
path-withdraw-consent = Take back the yes
path-asked-data = The request is noted. The coordination answers it.
path-guesses = Too many codes tried. Wait a minute.

## events

Event_VisitRecorded = Visit
Event_VisitCorrected = Visit corrected
Event_VisitVoided = Visit taken back
Event_VisitNoteAdded = Note added
Event_VisitAttributed = Visit tied to the person
Event_VisitDetached = Visit detached from the person
Event_NeedExpressed = Need expressed
Event_NeedAnsweredDirectly = Answered at the desk
Event_NeedLeftUnmet = Need left unmet
Event_NeedWithdrawn = Need withdrawn
Event_NeedOriented = Need sent on
Event_NeedSettled = What came of the need
Event_ReturnCodeIssued = Return code given
Event_AppointmentBooked = Appointment booked
Event_AppointmentMoved = Appointment moved
Event_AppointmentCancelled = Appointment cancelled
Event_PersonArrived = The person came
Event_PersonDidNotShow = The person did not come
Event_InterpretationRequested = Interpreter asked for
Event_InterpretationConfirmed = Interpreter confirmed
Event_InterpretationDeclined = Interpreter not free
Event_InterpretationReassigned = Another interpreter asked
Event_InterpretationDelivered = Interpretation done
Event_InterpreterDidNotAttend = The interpreter did not come
Event_InterpretationCancelled = Interpretation cancelled
Event_InterpretationWentUnmet = No interpreter found
Event_ReferralDrafted = Referral written down
Event_ConsentRecorded = The person agreed
Event_ConsentWithdrawn = The person withdrew consent
Event_ConsentOverridden = Shared where no consent was possible
Event_ReferralSent = Referral sent
Event_ReferralDeliveryFailed = It did not arrive
Event_ReferralLinkRenewed = New link
Event_ReferralLinkRevoked = Link closed
Event_ReferralReceived = Received by the partner
Event_ReferralPutUnderReview = Under review
Event_ReferralWaitlisted = On the waiting list
Event_PersonActionRequested = Something is asked of the person
Event_PersonActionCompleted = The person has done it
Event_ReferralAccepted = Accepted
Event_ReferralDeclined = Declined
Event_AppointmentScheduled = Appointment fixed
Event_PersonAttended = The person attended
Event_PersonDidNotAttend = The person did not attend
Event_ReferralReturned = Returned
Event_OutcomeReported = Outcome told
Event_ReferralClosed = Closed
Event_ReferralRecalled = Recalled
Event_ReferralExpired = Expired without an answer
Event_ReferralSuperseded = Replaced by another one
Event_ReferralReopened = Reopened
Event_ReminderSent = Reminder sent
Event_ReferralOverdueFlagged = Overdue
Event_ReferralMarkedNoContact = Not to be contacted
Event_ReferralEnteredInError = Entered by mistake
Event_AccompanimentRequested = Companion asked for
Event_PairingProposed = Volunteer proposed
Event_PairingAcceptedByVolunteer = The volunteer says yes
Event_PairingAcceptedByPerson = The person says yes
Event_PairingActivated = The pairing begins
Event_PairingDeclined = Declined
Event_PairingProposalExpired = No answer
Event_NoMatchFound = Nobody fits
Event_AccompanimentWithdrawn = Request withdrawn
Event_ContactLogged = Contact noted
Event_ContactLogCorrected = Contact corrected
Event_PairingInactivityFlagged = No news
Event_PairingPaused = Paused
Event_PairingResumed = Resumed
Event_PairingSuspended = Suspended
Event_PairingReinstated = Reinstated
Event_PairingEnded = The pairing ended
Event_FeedbackGiven = Feedback given
Event_PairingCompleted = Completed
Event_RematchRequested = Another pairing asked for
Event_RegistrationMade = Registered for a meeting
Event_RegistrationCancelled = Registration cancelled
Event_AttendanceRecorded = Came to a meeting
Event_AttendanceWithdrawn = Attendance withdrawn
Event_PersonFileOpened = File opened
Event_PersonKnownByCode = Known by a code
Event_PersonCodeForgotten = Code forgotten
Event_PseudonymTaken = Chosen name
Event_PseudonymWithdrawn = Chosen name withdrawn
Event_NameGiven = Name given
Event_NameWithdrawn = Name withdrawn
Event_ContactGiven = Way of contact given
Event_ContactWithdrawn = Way of contact withdrawn
Event_PersonLanguagesTold = Languages told
Event_AccessNeedsTold = Access needs told
Event_DoNotContactSet = Do not contact
Event_DoNotContactLifted = Contact allowed again
Event_SharingConsentGiven = Consent to share
Event_SharingConsentWithdrawn = Consent to share withdrawn
Event_SharingOverrideAsked = Sharing without consent asked for
Event_SharingConsentOverridden = Sharing decided by two
Event_SharingOverrideLapsed = Request to share lapsed
Event_PersonsMerged = Files merged
Event_AliasTaken = Same person as another file
Event_MergeUndone = Files separated again
Event_AliasReleased = File separated again
Event_PersonLinkedToMember = Also a member
Event_PersonUnlinkedFromMember = Link with the member undone
Event_DataRequestMade = Request about data
Event_ErasureAsked = Erasure asked
Event_DataRequestAnswered = Request answered
Event_DataRequestOverdue = Request overdue
Event_PersonActivityNoted = Sign of life
Event_ErasureWarned = Erasure announced
Event_DataLapsed = Lapsed data erased
Event_ErasureDecided = Erasure decided
Event_ErasurePostponed = Erasure postponed
Event_SubjectForgotten = Everything is erased
Event_SessionOpened = Desk opened
Event_SessionClosed = Desk closed
Event_IdentityRevealed = Identity read

## mine

mine-title = My pairings
mine-sentence = Those you go along with.
mine-nothing = No pairing for now. Say when you are free.
mine-ask = Will you go along with this person?
mine-may-decline = You can say no.
mine-until = Answer before { $date }.
mine-yes = Yes
mine-no = No
mine-said-yes = Thank you. The coordination knows.
mine-said-no = Noted. Thank you for answering.
mine-later = Kept. It leaves when the network is back.
mine-met = { $count ->
     [one] { $count } meeting
    *[other] { $count } meetings
    }
mine-last-time = the last one { $when }
mine-paused-until = Paused until { $date }
mine-all-well = No news for a while. Is all well?
mine-all-well-next = Note a contact, or say that it stops.
mine-log-contact = Note a contact
mine-contact-kept = The contact is noted.
mine-did-meet = Was there contact?
mine-did-yes = Yes
mine-did-no = No, in vain
mine-how = How?
mine-how-long = How many minutes?
mine-optional = Optional.
mine-note = Note
mine-note-hint = No name, no number. The coordination can read it.
mine-not-met = in vain
mine-minutes = { $count ->
     [one] { $count } minute
    *[other] { $count } minutes
    }
mine-log = Contacts noted
mine-pause = Pause
mine-pause-until = Until
mine-pause-change = Change the pause
mine-paused = The pairing is paused.
mine-resume = Resume
mine-resumed = The pairing goes on.
mine-end = End
mine-end-now = End the pairing
mine-ended = The pairing has ended. Thank you.
mine-why = Why?
mine-why-no = Why not this time?
mine-say-no = Say no
mine-helped = Did it help?
mine-helped-kept = Thank you, it is noted.

## charter

charter-title = The charter
charter-ask = Do you accept the charter?
charter-first = Without your agreement we cannot propose anybody to you.
charter-changed = It has changed. The one before still counts until { $date }.
charter-over = It has changed, and the one before counts no more. Without your agreement we cannot propose anybody to you.
charter-other-language = This text is not there yet in the language of this page.
charter-read-in = Read in
charter-signed = Watch in sign language
charter-how = How did you understand it?
charter-language = In which language?
charter-accept = I accept
charter-doubt = Is there something you do not agree with? Talk about it with the coordination first.
charter-accepted = Thank you. You have accepted the charter.
charter-later = Kept. It leaves when the network is back.
charter-accepted-on = You accepted version { $number }: { $date }.
charter-read = Read the charter

## free

free-title = When I am free
free-sentence = Tap the times you can go along.
free-legend = An ordinary week
free-kept = Noted.
free-kept-later = Kept. It leaves when the network is back.
free-nothing = Your account is not a member's yet. Ask the coordination.
free-count = { $count ->
     [one] { $count } time a week
    *[other] { $count } times a week
    }

## pairing

pairing-title = Pairings
pairing-sentence = Choose a request, then somebody who is free.
pairing-which = Which ones?
pairing-asked = To find
pairing-proposed = Proposed
pairing-running = Running
pairing-nothing = No request here.
pairing-silent = no news
pairing-candidates = Who can go along?
pairing-no-candidate = Nobody fits for now.
pairing-somebody = A member
pairing-score = score { $score }
pairing-places = { NUMBER($taken) } of { NUMBER($all) } pairings
pairing-propose = Propose
pairing-proposed-now = Proposed. An answer is due in 7 days.
pairing-nobody = Nobody fits
pairing-nobody-now = Noted. A call is ready.
pairing-later = Kept. It leaves when the network is back.
pairing-ask-person = What does the person say?
pairing-person-yes = The person says yes
pairing-person-no = The person says no
pairing-begun = Noted: the person says yes.
pairing-not-them = Noted. Propose somebody else.
pairing-over = Over
pairing-ask-helped = Did it help the person?
pairing-thanks = Thank you, it is noted.
pairing-ask-outcome = What came of it?
pairing-complete = Close it
pairing-completed = It is closed. Thank you.

## numbers

numbers-title = Numbers
numbers-from = Since { $date }
numbers-always = Since the beginning
numbers-period = Period
numbers-month = This month
numbers-last-month = Last month
numbers-year = This year
numbers-all = All
numbers-nothing = Nothing to count in this period.
numbers-visits = { $count ->
     [one] visit
    *[other] visits
    }
numbers-by-need = By need
numbers-by-need-state = What becomes of needs
numbers-by-language = By language
numbers-by-referral = Referrals
numbers-by-outcome = Outcomes of referrals
numbers-by-decline = Why a partner declines
numbers-what = What
numbers-how-many = How many
numbers-few = fewer than 5

## meetings

meetings-title = Meetings
meetings-sentence = Open to everybody.
meetings-nothing = No meeting planned.
meetings-coming = To come
meetings-over = Past
meetings-plan = Plan a meeting
meetings-plan-now = Plan
meetings-planned = The meeting is planned. Announce it when all is ready.
meetings-later = Kept. It leaves when the network is back.
meetings-name = Name of the meeting
meetings-place = Place
meetings-day = Day
meetings-welcome-time = Welcome
meetings-start = Start
meetings-end = End
meetings-welcome = Welcome from { $time }
meetings-interpreters = Interpreters: { $languages }
meetings-seats = { $count ->
     [one] { $count } registration
    *[other] { $count } registrations
    }
meetings-cancelled = Cancelled
meetings-not-announced = Not announced yet
meetings-going-on = Going on
meetings-announce = Announce
meetings-announced = The meeting is announced.
meetings-come = I am coming
meetings-registered = Noted. See you there.
meetings-given-back = The seat is given back.
meetings-open = Open

## gathering

gathering-title = Meeting
gathering-all = All meetings
gathering-none = Choose a meeting in the list.
gathering-member = A member
gathering-guest = A person
gathering-choose = Choose…
gathering-later = Kept. It leaves when the network is back.
gathering-open = Begin
gathering-opened = The meeting begins.
gathering-close = Close
gathering-closed = The meeting is over. Thank you.
gathering-agenda = Agenda
gathering-no-agenda = Nothing on the agenda.
gathering-is-proposed = proposed
gathering-is-deferred = deferred
gathering-accept = Accept
gathering-defer = Defer
gathering-new-item = A subject
gathering-item-from = Where does this subject come from?
gathering-item-from-me = From me
gathering-item-from-desk = From the desk
gathering-heard-need = Need that was heard
gathering-heard-how = Heard how often?
gathering-heard-hint = Count without names. For health, residence, justice or debts: { NUMBER($count) } times or more, so that nobody is recognised.
gathering-heard-number = Write a number: 1 or more.
gathering-heard-too-rarely = This need asks for { NUMBER($count) } times or more, so that nobody is recognised. Wait, or choose another need.
gathering-propose-item = Propose
gathering-item-proposed = The subject is proposed.
gathering-item-accepted = The subject is on the agenda.
gathering-item-deferred = The subject is deferred.
gathering-attendance = { $count ->
     [one] Present: { $count }
    *[other] Present: { $count }
    }
gathering-without-name = Without a name, by language
gathering-one-person = One person
gathering-one-more = One person more
gathering-one-less = One person less
gathering-counted = Counted.
gathering-with-name = By name, if the person wants
gathering-agrees-to-name = Agrees to be named
gathering-named-now = The name is noted.
gathering-take-name = Take back the name { $name }
gathering-name-taken = The name is taken back. The person stays counted.
gathering-decisions = Decisions
gathering-no-decision = No decision yet.
gathering-new-decision = A decision
gathering-how-decided = How?
gathering-by-consensus = consensus
gathering-by-vote = vote
gathering-in-favour = For
gathering-against = Against
gathering-abstained = Abstained
gathering-decide = Note the decision
gathering-decided = The decision is noted.
gathering-commitments = Commitments
gathering-no-commitment = No commitment yet.
gathering-new-commitment = What will be done
gathering-who = Who?
gathering-due = By when?
gathering-due-on = by { $date }
gathering-overdue = late
gathering-fulfil = It is done
gathering-fulfilled = done
gathering-dropped = dropped
gathering-fulfilled-now = Thank you, noted.
gathering-promise = Note the commitment
gathering-promised = The commitment is noted.
gathering-minutes = Minutes
gathering-minutes-kept = The minutes are kept.
gathering-not-approved = To be approved at the next meeting
gathering-approved = Approved
gathering-published = Published on { $date }
gathering-what-changed = What changes
gathering-publish = Publish
gathering-published-now = The minutes are published.
gathering-approve-at = Approved at which meeting?
gathering-approve = Note the approval
gathering-approved-now = The minutes are approved.
gathering-no-later = They are approved at a later meeting.

## partners

partners-title = Partners
partners-sentence = Contacts, sheets and time to answer.
partners-which = Which ones?
partners-active = Active
partners-all = All
partners-look = Look by name
partners-nothing = No partner found.
partners-next-step = Next step: { $what }
partners-sheets = Sheets
partners-no-sheet = No sheet yet.
partners-no-answers = No answer known yet.
partners-answers-in = { $count ->
     [one] Usually answers within { $count } day
    *[other] Usually answers within { $count } days
    }
partners-verified = Verified on { $date }
partners-never-verified = Never verified
partners-doubted = { $count ->
     [one] { $count } doubt
    *[other] { $count } doubts
    }
partners-verify = The sheet is right
partners-verified-now = Noted, the sheet is verified.
partners-later = Kept. It leaves when the network is back.

## people

people-title = People and roles
people-sentence = Who comes in, and for what.
people-nothing = Nobody yet.
people-somebody = A colleague
people-invite = Invite
people-invite-now = Make the link
people-invited = The invitation is ready.
people-give-link = Hand this link over yourself. It is shown once, good for 7 days.
people-name = Name
people-email = E-mail address
people-role = Role
people-link-until = Link good until { $date }
people-needs-second = Second code by { $date }
people-remove = Remove access
people-why = Why?
people-left = Has left
people-own-wish = Own wish
people-misuse = Misuse
people-removed = Access is gone, everywhere and at once.
people-later = Kept. It leaves when the network is back.
people-add-role = Add a role
people-give-role = Give this role
people-choose = Choose…
people-role-given = The role is given.
people-role-taken = The role is withdrawn.
people-take-role = Withdraw the role { $role }
people-renew = Make a new link

## data

data-title = Data
data-sentence = What is kept, and who read it.
data-requests = What people ask
data-no-request = No request is waiting.
data-wants-answer = Somebody waits for an answer
data-retention = A time of keeping runs out
data-due = by { $date }
data-look = Look
data-since = since { $date }
data-grant = It is done
data-refuse = Refuse
data-partly = In part
data-why-partly = What was not done, and why?
data-answered = The answer is noted.
data-erase = Erase
data-erase-changes = Names, contacts and notes are gone for ever, from copies too.
data-erase-keeps = The numbers stay the same.
data-erase-now = Erase for ever
data-erased = The erasure is decided.
data-certificate = Erased on { $date }
data-readers = Who read the identity
data-nobody-read = Nobody.
data-member = What I told of myself
data-no-member = You are not enrolled as a member: nothing is kept of you here. To become one, ask at the desk.
data-not-kept = Nothing is kept
data-contact = How to reach me
data-spoken = My languages
data-member-since = Member since
data-who-sees = The desk and the coordination see this, to propose pairings. To correct or erase it, ask the coordination.
data-offers = You offer to go along with people.
data-stop-offering = Go along no more
data-offers-no-more = It is taken back. No pairing will be proposed to you.
data-offers-not = You do not offer to go along.
data-offer-again = Offer to go along
data-offers-again = Thank you. A pairing may be proposed to you.
data-experience = Lived experience: { $topic }
data-take-back = Take back
data-experience-taken = It is taken back.
data-mine = My account
data-demo-account = This is an account of the demonstration: nothing is kept of you.
data-name = Name
data-email = E-mail address
data-roles = Roles
data-second = Second code
data-yes = Yes
data-no = No
data-second-due = Second code or passkey before { $date }
data-shared-device = shared device
data-end-all = Sign out of all my devices
data-account-since = Account since
data-sessions = Where I am signed in
data-this-device = This device
data-other-device = Another device
data-end-session = Sign out there
data-session-ended = That session is over.
data-on-device = On this device
data-on-device-is = What waits to be sent and the latest lists, sealed. The lists go when you sign out and after 7 days.
data-later = Kept. It leaves when the network is back.
data-why-refused = Why refuse?
data-why-hint = The person can read it.

### Pages

## Around every page
page-skip = Skip to content
page-tongues = Languages
page-menu = Menu
page-more = Help and information
page-home = Home
page-meetings = Meetings
page-help = Who can help?
page-easy = Easy to read
page-privacy = Your data
page-accessibility = Accessibility
page-team = For the team
page-to-front = Back to the start
page-sign-in = Sign in
page-exit = Exit this page
page-exit-what = Your browser keeps the address of this page. Delete it if somebody looks at your phone.
page-clips = In sign language
page-captions = Captions
page-download = Download
page-transcript = The words of the video
page-networks = Which network?
page-no-network = No network is open here yet.

## What is not there
page-missing = This page does not exist
page-missing-what = The address may have changed. Start again from the home page.
page-later = This does not work for the moment
page-later-what = Try again in a minute, or call us.
page-not-yours = This page is not for this account
page-not-yours-what = Choose another role, or ask a coordinator.
page-signed-out = Sign in first
page-signed-out-what = This page is for the team at the desk.
page-no-app = The app is not here
page-no-app-what = This server was prepared without the app. The public pages work.
page-no-app-how = For whoever installs it: Node 20 or newer is needed when it is built.

## Home
page-home-lead = Come as you are. It is free. You do not have to give your name.
page-no-place = There is no place open for the moment.
page-open-until = Open now, until { $time }
page-closed-now = Closed now
page-next-opening = Next opening: { $day }, { $times }
page-no-opening = No opening is planned. Call us.
page-walk-in = No appointment needed.
page-appointment-only = By appointment: call first.
page-walk-in-or-appointment = With or without an appointment.
page-closed-on = Closed: { $when }.
page-call = Call
page-route = Find the way
page-where = Where
page-when = When
page-languages = Languages
page-week = Every week
page-closed = closed
page-language-how = { $language } ({ $how })

## Meetings
page-meeting = Meeting
page-meetings-lead = We meet and decide together. You can come without telling us.
page-meetings-none = No meeting is announced for the moment.
page-meetings-ask = The dates are not shown here yet. Ask at the desk.
page-cancelled = Cancelled.
page-welcome-from = Welcome from { $time }
page-interpreters = Interpreters: { $languages }
page-to-calendar = Add to my calendar
page-all-to-calendar = All meetings in my calendar

## Who can help
page-help-lead = Choose what you need.
page-help-need = What do you need?
page-help-language = In which language?
page-any-language = Any language
page-show = Show
page-services = Services
page-service = Service
page-help-none = We found nothing. Try another language, or come and see us.
page-more-services = Show the next ones
page-from-the-start = Back to the start of the list
page-closed-for-now = Closed for now.
page-capacity-open = There is room.
page-capacity-few = Few places are left.
page-capacity-full = Full for the moment.
page-capacity-waiting-list = Waiting list.
page-received-walk-in = No appointment needed
page-received-appointment = By appointment
page-received-both = With or without an appointment
page-received-not-said = Ask how you are received
page-hours = { $days }: { $times }
page-from = from { $time }
page-until = until { $time }
page-for-whom = For whom
page-bring = What to bring
page-if-you-have-it = (if you have it)
page-age-from = From age { $from }
page-age-until = Up to age { $until }
page-age-between = Age { $from } to { $until }
page-offered-interpreter = with an interpreter
page-offered-native-staff = mother tongue in the team
page-offered-not-said = to be asked
page-offered-remote-interpreter = interpreter at a distance
page-offered-staff = spoken by the team
page-offered-volunteer = with a volunteer
page-offered-written = in writing

## The nine needs
page-need-housing = Housing
page-need-health = Health
page-need-card = Medical card
page-need-papers = Papers
page-need-money = Money
page-need-food = Food
page-need-family = Family
page-need-safety = Safety
page-need-talk = Talk

## A link to a volunteer
page-link-question = Can you go with somebody?
page-link-for = What for
page-link-when = When
page-link-language = Language
page-link-until = Answer before
page-link-yes = Yes, I will come
page-link-no = No, not this time
page-link-free = You can say no. It is all right.
page-link-why = If it is no, why?
page-link-why-what = Choose a reason, then “No”. It helps us to ask better next time.
page-link-yes-said = Thank you, you said yes
page-link-yes-what = We now ask the person. Then we tell you where and at what time.
page-link-no-said = Noted, thank you
page-link-no-what = You said no. We ask somebody else.
page-link-over = This link is no longer needed
page-link-over-what = It is too old, or it is settled already. You have nothing to do.
page-any-time = Any time
page-no-because-no-time = I have no time
page-no-because-too-far = It is too far
page-no-because-not-at-ease = I do not feel at ease
page-no-because-acquainted-privately = I may know the person
page-no-because-need-changed = What is asked has changed
page-no-because-other = Something else

## The plain form of a visit
page-visit = New visit
page-visit-lead = No name needed. The visit is anonymous.
page-visit-recorded = The visit is recorded.
page-visit-none-open = No session is open. Open one in the app.
page-visit-no-session = Choose the session.
page-visit-session = Which session?
page-session = { $place }, { $day }, { $time }
page-visit-needs = What does the person need?
page-visit-others = Other needs
page-visit-answers = What did we do?
page-visit-language = In which language?
page-visit-met = How?
page-visit-save = Save
page-answer-informed = Informed
page-answer-oriented = Sent on to a service
page-answer-network = Accompanied by the network
page-answer-listened = Listened
page-answer-document-helped = Helped with a document
page-met-direct = by somebody of the place
page-met-interpreter = with an interpreter
page-met-volunteer = with a volunteer
page-met-written = in writing
page-met-not-met = no common language

## Days and times
page-date = { $weekday } { $day } { $month }
page-time = { $hour }:{ $minute }
page-from-to = { $from } – { $until }
page-day-time = { $day }, { $time }
page-day-part = { $day }, { $part }
page-today = today
page-tomorrow = tomorrow
page-part-morning = morning
page-part-afternoon = afternoon
page-part-evening = evening
page-day-monday = Monday
page-day-tuesday = Tuesday
page-day-wednesday = Wednesday
page-day-thursday = Thursday
page-day-friday = Friday
page-day-saturday = Saturday
page-day-sunday = Sunday
page-month-1 = January
page-month-2 = February
page-month-3 = March
page-month-4 = April
page-month-5 = May
page-month-6 = June
page-month-7 = July
page-month-8 = August
page-month-9 = September
page-month-10 = October
page-month-11 = November
page-month-12 = December

## Languages
page-language-und = Not said
page-language-fra = French
page-language-nld = Dutch
page-language-ara = Arabic
page-language-eng = English
page-language-deu = German
page-language-spa = Spanish
page-language-por = Portuguese
page-language-ita = Italian
page-language-ron = Romanian
page-language-bul = Bulgarian
page-language-tur = Turkish
page-language-rus = Russian
page-language-ukr = Ukrainian
page-language-pol = Polish
page-language-sqi = Albanian
page-language-fas = Persian
page-language-prs = Dari
page-language-pus = Pashto
page-language-kur = Kurdish
page-language-tir = Tigrinya
page-language-amh = Amharic
page-language-som = Somali
page-language-ful = Fula
page-language-lin = Lingala
page-language-swa = Swahili
page-language-rif = Tarifit
page-language-hat = Haitian Creole
page-language-fil = Filipino
page-language-urd = Urdu
page-language-zho = Chinese
page-language-sfb = sign language (LSFB)
page-language-vgt = sign language (VGT)
page-language-fcs = sign language (LSQ)
page-language-ase = sign language (ASL)

## Easy to read
page-easy-lead = This is how it goes here.
page-easy-come = You come
page-easy-come-1 = You can come without an appointment.
page-easy-come-2 = You can come with somebody.
page-easy-talk = You talk
page-easy-talk-1 = Somebody listens to you.
page-easy-talk-2 = You say what you want. You do not have to give your name.
page-easy-language = In your language
page-easy-language-1 = We look for somebody who speaks or signs your language. It is free.
page-easy-next = Then
page-easy-next-1 = We look for a solution with you.
page-easy-next-2 = We can send you on to a service. Somebody can go with you.
page-easy-free = You decide
page-easy-free-1 = You can say no. You can change your mind.
page-easy-free-2 = Everything is free.

## Your data
page-privacy-lead = What we keep, what we do not keep, and what you can ask.
page-privacy-come = When you come
page-privacy-come-1 = You can stay anonymous. Nobody asks for your papers.
page-privacy-come-2 = We note the day, the language and the need. This is for counting and for helping better.
page-privacy-come-3 = We never note nationality, residence status or religion.
page-privacy-keep = If you give your name
page-privacy-keep-1 = Your name, your number and the notes are encrypted.
page-privacy-keep-2 = Only those who help you can read them. Each reading of your name is written down.
page-privacy-keep-3 = We keep them only as long as needed.
page-privacy-share = When we talk to a service
page-privacy-share-1 = We ask for your consent first. You can say yes aloud, in writing or in signs.
page-privacy-share-2 = You can take your consent back at any time.
page-privacy-rights = Your rights
page-privacy-rights-1 = You can ask what we noted, and who read it.
page-privacy-rights-2 = You can have your data corrected or erased.
page-privacy-rights-3 = Ask at the desk. It is free and you do not have to say why.
page-privacy-site = On this site
page-privacy-site-1 = These pages use no cookies, no advertising and no counting of visits.
page-privacy-site-2 = A cookie is used only when the team signs in.

## Accessibility
page-access-lead = These pages follow most of the rules of WCAG 2.2, level AA.
page-access-done = What is done
page-access-done-1 = Everything works without a mouse, without scripts, and on an old phone.
page-access-done-2 = Text can be enlarged. There is a light and a dark display.
page-access-done-3 = The pages are in French, Dutch, Arabic and English.
page-access-limits = What is still missing
page-access-limits-1 = Automatic checks were made. Blind or deaf people have not tried them yet.
page-access-limits-2 = Videos in sign language depend on each network. Some texts of services are missing in a language.
page-access-tell = A problem?
page-access-tell-1 = Tell us at the desk, by telephone or in writing. We answer and we mend it.
page-access-tell-2 = You can also have the information in another way: spoken, on paper, in signs.
