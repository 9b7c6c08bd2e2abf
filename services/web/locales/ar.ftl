### App

## core

core-name = تعاضد
core-skip = انتقل إلى المحتوى
core-languages = اللغات
core-screens = الشاشات
core-online = متصل
core-offline = دون اتصال
core-offline-waiting = { $count ->
     [zero] دون اتصال
     [one] دون اتصال · { $count } في الانتظار
     [two] دون اتصال · { $count } في الانتظار
     [few] دون اتصال · { $count } في الانتظار
     [many] دون اتصال · { $count } في الانتظار
    *[other] دون اتصال · { $count } في الانتظار
    }
core-waiting-count = { $count ->
     [zero] لا شيء للإرسال
     [one] { $count } للإرسال
     [two] { $count } للإرسال
     [few] { $count } للإرسال
     [many] { $count } للإرسال
    *[other] { $count } للإرسال
    }
core-refused-count = { $count ->
     [zero] لا رفض
     [one] رفض واحد
     [two] رفضان
     [few] { $count } مرفوضة
     [many] { $count } مرفوضا
    *[other] { $count } مرفوض
    }
core-session-ended = انتهت الجلسة. ادخل من جديد
core-read-only = لا يستطيع الخادم أن يحفظ شيئا الآن. ما تسجله يبقى على هذا الجهاز ويُرسل تلقائيا.
core-kept = حُفظ. يُرسل تلقائيا.
core-close = إغلاق
core-cancel = إلغاء
core-save = حفظ
core-undo = تراجع
core-remove = إزالة
core-go-on = متابعة
core-try-again = حاول مجددا
core-loading = لحظة…
core-refused = لم يُقبل هذا.
core-as-of = كما كان معروفا في { $when }
core-device-full = ذاكرة الجهاز ممتلئة. لم يُحفظ شيء. أفرغ مكانا ثم أعد المحاولة.
core-device-unable = لا يمكن لهذا الجهاز أن يحفظ شيئا. اكتب على ورقة.
core-trouble-offline = لا توجد شبكة. سنعيد المحاولة تلقائيا.
core-trouble-signed-out = انتهت جلستك. ادخل من جديد.
core-trouble-no-role = اختر دورك أولا.
core-trouble-no-right = دورك لا يتيح هذه الصفحة.
core-trouble-busy = هناك ضغط الآن. حاول بعد قليل.
core-trouble-fault = حدث خلل عندنا.
core-sign-in = دخول
core-sign-out = خروج
core-lock = قفل
core-choose-role = دوري
core-session = جلستي
core-leave-with-waiting = ما ينتظر يبقى مختوما على هذا الجهاز. يُرسل عند عودتك.
core-version-is = الإصدار { $version }
core-language-unknown = غير محدد
core-language-signed = لغة الإشارة ({ $name })
core-morning = صباحا
core-afternoon = ظهرا
core-evening = مساء
core-print = طباعة
core-show-more = عرض المزيد
core-screen-visit = زيارة
core-screen-today = اليوم
core-screen-refer = إحالة
core-screen-companion = مرافقة
core-screen-desk = المداومة
core-screen-board = لوحة الإشارة
core-screen-waiting = للإرسال
core-screen-todo = المهام
core-screen-path = المسار
core-screen-pairing = الثنائيات
core-screen-numbers = أرقام
core-screen-partners = الشركاء
core-screen-meetings = اللقاءات
core-screen-mine = مرافقاتي
core-screen-free = أسبوعي
core-screen-people = الأشخاص والأدوار
core-screen-data = البيانات
core-screen-more = المزيد

## visit

visit-title = زيارة جديدة
visit-anonymous = لا حاجة إلى اسم. الزيارة مجهولة الهوية.
visit-ask-need = ما الذي يحتاج إليه الشخص؟
visit-need-housing = سكن
visit-need-health = صحة
visit-need-card = بطاقة طبية
visit-need-papers = أوراق
visit-need-money = مال
visit-need-food = طعام
visit-need-family = عائلة
visit-need-safety = أمان
visit-need-talk = حديث
visit-ask-done = ماذا فعلنا؟
visit-outcome-informed = أعطينا معلومات
visit-outcome-oriented = أحلنا
visit-outcome-network = مرافقة
visit-save = حفظ
visit-need-count = { $count ->
     [zero] (لا حاجة)
     [one] (حاجة واحدة)
     [two] (حاجتان)
     [few] ({ $count } حاجات)
     [many] ({ $count } حاجة)
    *[other] ({ $count } حاجة)
    }
visit-need-first = اختر حاجة أولا.
visit-desk-first = افتح المداومة أولا.
visit-desk-closed = المداومة مغلقة.
visit-desk-open = فتح
visit-desk-open-and-save = افتح واحفظ
visit-desk-opened = المداومة مفتوحة.
visit-saved = سُجّلت الزيارة.
visit-kept = حُفظت الزيارة على هذا الجهاز. تُرسل عند عودة الشبكة.
visit-undone = سُحبت الزيارة.
visit-go-refer = الإحالة الآن
visit-go-companion = البحث عن مرافق
visit-note = ملاحظة
visit-outreach-place = في الشارع
visit-more = اللغة وتفاصيل أخرى
visit-choose = اختر…
visit-other-need = حاجة أخرى

## facts

facts-language = أي لغة؟
facts-other-language = لغة أخرى
facts-choose = اختر…
facts-met = كيف تحدثتما؟
facts-met-direct = مباشرة
facts-met-interpreter = مترجم
facts-met-volunteer = متطوع
facts-met-written = كتابة
facts-met-not = لم نتفاهم
facts-mode = كيف جاءت الزيارة؟
facts-mode-walk-in = حضوريا
facts-mode-appointment = موعد
facts-mode-phone = هاتف
facts-mode-accompanied = برفقة أحد
facts-mode-outreach = في الشارع
facts-relation = ما الصلة بالحي؟
facts-resident = يسكن هنا
facts-works = يعمل هنا
facts-passing = عابر سبيل
facts-not-said = لم يُذكر
facts-minutes = كم دقيقة؟
facts-optional = اختياري.

## today

today-title = اليوم
today-at = { $site }
today-nothing = لا زيارات بعد اليوم.
today-closed = المداومة مغلقة.
today-visit-word = { $count ->
     [zero] زيارة
     [one] زيارة
     [two] زيارة
     [few] زيارات
     [many] زيارة
    *[other] زيارة
    }
today-waits = للإرسال
today-undone = سُحبت الزيارة.
today-undone-later = تُسحب الزيارة عند عودة الشبكة.
today-already-sent = أُرسلت للتو. اسحبها من القائمة.
today-correct = تصحيح
today-corrected = مصححة
today-late = أُرسلت لاحقا
today-did-informed = أعطينا معلومات
today-did-oriented = أحلنا
today-did-network = مرافقة
today-corrected-now = صُححت الزيارة.
today-corrected-later = يُرسل التصحيح عند عودة الشبكة.
today-more = وبعد ذلك
today-heard = أُجيب هنا: { $need }
today-heard-now = سُجّل: أُجيب هنا.
today-code = إعطاء رمز العودة
today-code-now = اكتب هذا الرمز على ورقة الشخص.
today-code-is = رمز العودة
today-notes = ملاحظات
today-no-note = لا ملاحظة بعد.
today-private-note = ملاحظة خاصة. يقرؤها التنسيق بذكر السبب.
today-later = حُفظ. يُرسل عند عودة الشبكة.

## desk

desk-title = المداومة
desk-sentence = مفتوحة أو مغلقة، والمرة القادمة.
desk-site = المكان
desk-is-open = مفتوحة
desk-is-closed = مغلقة
desk-since = منذ { $time }
desk-visit-count = { $count ->
     [zero] لا زيارات
     [one] زيارة واحدة
     [two] زيارتان
     [few] { $count } زيارات
     [many] { $count } زيارة
    *[other] { $count } زيارة
    }
desk-open = فتح المداومة
desk-opened = المداومة مفتوحة.
desk-opened-later = مفتوحة على هذا الجهاز. تعلم الشبكة لاحقا.
desk-why = لماذا نفتح اليوم؟
desk-why-demand = طلبات كثيرة
desk-why-emergency = حالة طارئة
desk-why-event = نشاط في الحي
desk-why-other = سبب آخر
desk-close = إغلاق المداومة
desk-check-title = هل هذه الأرقام صحيحة؟
desk-visits = زيارات
desk-first-visits = زيارات أولى
desk-turned-away = لم نستقبلهم
desk-counted = العدّ اليدوي
desk-counted-hint = اتركه فارغا إن لم تعدّ.
desk-close-now = صحيح، أغلق
desk-closed = أُغلقت المداومة. شكرا.
desk-closed-later = مغلقة على هذا الجهاز. تعلم الشبكة لاحقا.
desk-next = المرات القادمة
desk-no-next = لا موعد مقررا.
desk-exceptional = استثنائية
desk-by-appointment = بموعد
desk-away = تعذر استقبال شخص
desk-away-is = يُعدّ دون اسم: هذا يبيّن ما ينقص.
desk-away-count = كم شخصا؟
desk-away-wrong = اكتب عددا من 1 إلى 500.
desk-away-language = لغتهم إن سمعتها
desk-away-not-heard = لم تُسمع
desk-away-noted = حُسب ذلك.
desk-away-later = حُفظ. يُرسل عند عودة الشبكة.

## refer

refer-title = إحالة
refer-sentence = اختر خدمة. يبقى الشخص مجهول الهوية.
refer-where = إلى أي خدمة؟
refer-nobody = لا خدمة لهذه الحاجة.
refer-walk-in = بدون موعد
refer-appointment = بموعد
refer-full = ممتلئ
refer-waiting-list = قائمة انتظار
refer-agrees = الشخص موافق
refer-agrees-hint = تعرف الخدمة الحاجة فقط، لا غير.
refer-send = إرسال
refer-sending = جار الإرسال…
refer-sent = أُرسلت الإحالة.
refer-sent-later = حُفظت الإحالة. تُرسل عند عودة الشبكة.
refer-see-path = سحبها
refer-visit-first = تبدأ الإحالة من زيارة.
refer-how = كيف نرسلها؟
refer-by-slip = على ورقة
refer-by-phone = بالهاتف
refer-urgent = الأمر عاجل
refer-again = إلى خدمة أخرى. يبقى المسار نفسه.
refer-code-goes = يكون رمز الشخص على الإحالة.
refer-look = البحث بالاسم
refer-not-found = لا خدمة بهذا الاسم.

## companion

companion-title = البحث عن مرافق
companion-sentence = يرافق الشخصَ أحدٌ من الشبكة.
companion-language = اللغة، منطوقة أو بالإشارة
companion-other-language = لغة أخرى
companion-choose = اختر…
companion-language-first = اختر لغة أولا.
companion-when = متى؟ اتركه فارغا إن ناسب الكل.
companion-send = طلب
companion-sending = جار الإرسال…
companion-asked = أُرسل الطلب إلى التنسيق.
companion-asked-later = حُفظ الطلب. يُرسل عند عودة الشبكة.
companion-see-path = سحبه
companion-visit-first = يبدأ البحث عن مرافق من زيارة.

## board

board-title = لوحة الإشارة
board-ask = ما الذي تحتاج إليه؟
board-answers = أجوبة
board-yes = نعم
board-no = لا
board-unsure = لا أعرف
board-record = تسجيل زيارة
board-clear = من جديد

## reason

reason-why = لماذا؟
reason-in-words = بكلمات قليلة
reason-in-words-hint = اختياري. دون اسم أو رقم.
reason-in-words-needed = لسبب آخر، اذكره هنا.

## note

note-title = ملاحظة عن الزيارة
note-who = من سيقرأها؟
note-shared = الفريق
note-private = أنا والتنسيق
note-shared-is = يقرؤها من يتابع المسار.
note-private-is = تُقرأ بعد ذكر السبب، وتُسجل كل قراءة.
note-write = ما يجب معرفته لاحقا
note-hint = دون اسم أو رقم أو عنوان.
note-doubt = يبدو هذا رقما أو عنوان بريد. احذفه، أو احفظه إن أراد الشخص ذلك.
note-save = حفظ الملاحظة
note-save-anyway = الحفظ رغم ذلك
note-kept = حُفظت الملاحظة.
note-later = حُفظت الملاحظة. تُرسل عند عودة الشبكة.

## known

known-none = لا ملف.
known-do-not-contact = لا تتصل به
known-stop-contact = عدم الاتصال به
known-stop-contact-is = لا رسائل ولا اتصالات بعد الآن. ويمكن للشخص الحضور دائما.
known-contact-stopped = سُجل: لن يتصل به أحد.
known-allow-contact = السماح بالاتصال
known-allow-contact-is = يمكن للشبكة الكتابة أو الاتصال من جديد.
known-contact-allowed = سُجل: يمكن الاتصال به.
known-consents = ما يمكن مشاركته
known-no-consent = لا شيء حاليا.
known-withdraw-consent = سحب
known-consent-withdrawn = سُحبت الموافقة. ويتوقف ما كان مبنيا عليها.
known-agrees = الشخص يعطي موافقة
known-what = مشاركة ماذا؟
known-whom = مع من؟
known-how = كيف قال ذلك؟
known-language = بأي لغة؟
known-understood = كيف تحدثتما؟
known-note-consent = تسجيل الموافقة
known-consent-given = سُجلت الموافقة.
known-reveal = معرفة من هو الشخص
known-reveal-is = لمدة 15 دقيقة. تُسجل القراءة، ويحق للشخص معرفة من قرأ.
known-revealed = أصبح مرئيا. وسُجلت القراءة.
known-read-until = مرئي حتى { $time }
known-no-name = لم يذكر الشخص اسمه.
known-no-contact = لا وسيلة اتصال.
known-later = حُفظ. يُرسل عند عودة الشبكة.

## waiting

waiting-title = في انتظار الإرسال
waiting-sentence = لا يخرج شيء من القائمة قبل قبول الخادم.
waiting-send-now = أرسل الآن
waiting-sending = جار الإرسال…
waiting-nothing = أُرسل كل شيء.
waiting-refused-title = مرفوض
waiting-earlier-refused = لم يُرسل: رُفض ما قبله.
waiting-take-back = سحب
waiting-taken-back = سُحب.
waiting-too-late = أُرسل من قبل.
waiting-mine = ما سجلته أنت
waiting-now = ما هو موجود الآن
waiting-keep-now = إبقاء الموجود
waiting-put-mine = وضع ما سجلته
waiting-mine-taken = تم وضع ما سجلته.
waiting-mine-later = سيُرسل ما سجلته عند عودة الشبكة.
waiting-now-gone = لم يعد هذا موجودا.
waiting-the-same = كلاهما يقول الشيء نفسه.
act_unreadable = لا يمكن قراءته على هذا الجهاز
act_recordVisit = زيارة
act_voidVisit = سحب زيارة
act_correctVisit = تصحيح زيارة
act_addVisitNote = ملاحظة عن زيارة
act_turnPersonAway = أشخاص لم يُستقبلوا
act_openSession = فتح المداومة
act_closeSession = إغلاق المداومة
act_draftReferral = إحالة
act_recordReferralConsent = موافقة الشخص
act_sendReferral = إرسال الإحالة
act_openPerson = فتح ملف
act_requestAccompaniment = طلب مرافقة
act_logContact = تسجيل اتصال
act_recordAttendance = حضور
act_countAnonymousAttendance = عدد الحضور
act_acceptCharter = قبول الميثاق
act_acceptPairing = قبول مرافقة
act_declinePairing = رفض مرافقة
act_resumePairing = استئناف مرافقة
act_pausePairing = توقف مرافقة
act_endPairing = نهاية مرافقة
act_proposePairing = اقتراح متطوع
act_reportNoMatch = لا أحد مناسب
act_withdrawAccompaniment = سحب طلب ثنائي
act_requestRematch = طلب ثنائي جديد
act_suspendPairing = تعليق ثنائي
act_reinstatePairing = استئناف ثنائي
act_correctContactLog = تصحيح اتصال
act_declareAvailability = أوقات الفراغ
act_declareQuota = عدد الثنائيات
act_declareLanguages = لغاتي
act_issueReturnCode = رمز العودة
act_answerNeedDirectly = إجابة هنا
act_completePersonAction = ما قام به الشخص
act_recordAttended = الحضور إلى الموعد
act_reportOutcome = ما يقوله الشخص
act_closeReferral = إغلاق إحالة
act_acceptPairingAsPerson = موافقة الشخص
act_givePairingFeedback = رأي في مرافقة
act_completePairing = إغلاق مرافقة
act_askDataRequest = طلب بشأن البيانات
act_answerDataRequest = جواب بشأن البيانات
act_erasePerson = محو
act_setDoNotContact = عدم الاتصال
act_allowPersonContact = السماح بالاتصال
act_giveSharingConsent = موافقة على المشاركة
act_withdrawSharingConsent = سحب موافقة على المشاركة
act_grantFacet = منح دور
act_withdrawFacet = سحب دور
act_removeAccount = سحب دخول
act_planMeeting = لقاء مقرر
act_announceMeeting = إعلان لقاء
act_registerForMeeting = تسجيل في لقاء
act_cancelMeetingRegistration = إرجاع مكان
act_openMeeting = بدء لقاء
act_closeMeeting = نهاية لقاء
act_proposeAgendaItem = موضوع مقترح
act_acceptAgendaItem = موضوع مقبول
act_deferAgendaItem = موضوع مؤجل
act_withdrawAttendance = إزالة اسم
act_takeDecision = قرار
act_makeCommitment = التزام
act_fulfilCommitment = التزام منجز
act_postponeCommitment = التزام: تاريخ آخر
act_carryOverCommitment = ترحيل التزام
act_dropCommitment = ترك التزام
act_cancelMeeting = إلغاء لقاء
act_draftMinutes = محضر
act_correctMinutes = محضر مصحح
act_approveMinutes = محضر معتمد
act_publishMinutes = محضر منشور
act_verifyServiceSheet = بطاقة متحقق منها
act_planPartnerStep = خطوة مع شريك
act_takePartnerStep = خطوة أُنجزت مع شريك
act_addPartnerNote = ملاحظة عن شريك
act_declareCapacity = مكان في خدمة
act_closeServiceTemporarily = إغلاق خدمة
act_reopenService = إعادة فتح خدمة
act_namePasskey = تغيير اسم مفتاح مرور
act_removePasskey = إزالة مفتاح مرور
act_removeSecondFactor = إزالة الرمز الثاني
act_unlinkOutsideIdentity = فصل حساب المؤسسة
act_offerVolunteering = عرض المرافقة
act_withdrawVolunteering = سحب عرض المرافقة
act_withdrawLivedExperience = سحب تجربة
act_withdrawReferralConsent = سحب الموافقة
act_acceptReferral = موافقة الخدمة
act_declineReferral = رفض الخدمة
act_recallReferral = سحب إحالة
act_reopenReferral = إعادة فتح إحالة
act_voidReferral = إحالة سُجلت بالخطأ

## sign-in

sign-in-title = دخول
sign-in-sentence = ببريد حسابك وكلمة المرور.
sign-in-problem = لم ينجح ذلك
sign-in-email = البريد الإلكتروني
sign-in-password = كلمة المرور
sign-in-network = الشبكة
sign-in-shared = جهاز مشترك
sign-in-shared-hint = تنتهي الجلسة بعد 5 دقائق دون استعمال.
sign-in-other-ways = أو بطريقة أخرى
sign-in-by-outside = عبر { $name }
sign-in-by-passkey = بمفتاح المرور
sign-in-passkey-not = لم يصل مفتاح المرور. حاول مجددا، أو ادخل بكلمة المرور.
sign-in-no-network = لا توجد شبكة مفتوحة هنا بعد. اسأل من يعتني بالخادم.
sign-in-one-moment = لحظة…
sign-in-second-title = رمز إضافي
sign-in-second-sentence = الرمز الذي يعرضه تطبيقك.
sign-in-code = رمز من 6 أرقام
sign-in-paper-code = رمز على ورق
sign-in-use-paper = استعمال رمز على ورق
sign-in-use-code = استعمال التطبيق
sign-in-demo-title = عرض تجريبي
sign-in-demo-sentence = أشخاص من الخيال. تكفي نقرة واحدة.
sign-in-demo-host = استقبال
sign-in-demo-coordinator = تنسيق
sign-in-demo-volunteer = متطوع
sign-in-demo-member = عضو
sign-in-demo-reception = مكتب الاستقبال
sign-in-demo-auditor = تدقيق
sign-in-demo-admin = إدارة
sign-in-demo-organiser = تنظيم
sign-in-demo-funding = تمويل
sign-in-demo-tenants = دعم المستأجرين
sign-in-role-title = دورك
sign-in-role-sentence = ماذا ستفعل الآن؟
sign-in-hello = مرحبا { $name }. ماذا ستفعل الآن؟
sign-in-one-role = دورك: { $role }.
sign-in-no-role = لا دور بعد. اسأل التنسيق.
sign-in-needs-second = يلزم رمز ثان أولا.
sign-in-pin-new = رمز PIN لهذا الجهاز
sign-in-pin-hint = 4 أرقام أو أكثر، للعودة بسرعة.
sign-in-pin-keep = حفظ هذا الرمز
sign-in-pin-set = حُفظ الرمز.
sign-in-pin = رمز PIN
sign-in-locked-title = مقفل
sign-in-locked-sentence = أدخل رمزك للمتابعة.
sign-in-unlock = متابعة
sign-in-somebody-else = شخص آخر
sign-in-invitation-title = أهلا بك
sign-in-invitation-sentence = اختر كلمة مرور: ثلاث كلمات أو أكثر، سهلة عليك.
sign-in-invitation-new = كلمة مرور جديدة
sign-in-invitation-missing = هذا الرابط غير كامل. افتحه مجددا.

## ways

ways-title = طرق دخولي
ways-later = حُفظ. سيُرسل عند عودة الشبكة.
ways-password = كلمة المرور
ways-password-change = تغيير كلمة المرور
ways-password-set = اختيار كلمة مرور
ways-password-changed = تغيرت كلمة المرور. خرجت أجهزتك الأخرى.
ways-current = كلمة المرور الحالية
ways-current-wrong = هذه ليست كلمة المرور الحالية.
ways-next = كلمة مرور جديدة
ways-next-hint = ثلاث كلمات أو أكثر، سهلة عليك.
ways-passkeys = مفاتيح المرور
ways-passkeys-are = ادخل بالبصمة أو الوجه أو رمز جهازك، دون كلمة مرور.
ways-passkey = مفتاح مرور
ways-passkey-add = إضافة مفتاح مرور
ways-passkey-name = اسم هذا المفتاح
ways-passkey-name-hint = مثلا: هاتفي.
ways-passkey-added = أُضيف مفتاح المرور.
ways-passkey-named = تغير الاسم.
ways-passkey-removed = أُزيل مفتاح المرور.
ways-passkey-already = لهذا الجهاز مفتاح لهذا الحساب.
ways-passkey-not-made = لم يُصنع المفتاح. حاول مجددا متى شئت.
ways-passkey-unknown = هذا المتصفح لا يعرف مفاتيح المرور. جرب على هاتف أحدث.
ways-rename = تغيير الاسم
ways-new-name = الاسم الجديد
ways-second = الرمز الثاني
ways-second-is = تطبيق على هاتفك يعرض رمزا. نطلبه بعد كلمة المرور.
ways-second-begin = إعداد
ways-second-remove = عدم طلب الرمز
ways-second-set = أُعد الرمز الثاني.
ways-second-removed = لن يُطلب الرمز الثاني.
ways-second-needed = دورك يقرر عن آخرين. يلزم رمز ثان أو مفتاح مرور.
ways-is-set = مُعد
ways-codes-left = { $count ->
     [zero] لم تبق رموز على ورق.
     [one] بقي رمز واحد على ورق.
     [two] بقي رمزان على ورق.
     [few] بقيت { $count } رموز على ورق.
     [many] بقي { $count } رمزا على ورق.
    *[other] بقي { $count } رمز على ورق.
    }
ways-keep-codes = احفظ هذه الرموز على ورق. كل رمز يصلح مرة واحدة إن ضاع الهاتف. لن تُعرض ثانية.
ways-codes-kept = حفظتها
ways-scan = امسح هذه الصورة بتطبيق الرموز.
ways-picture = صورة للمسح
ways-or-type = أو اكتب هذا:
ways-open-app = فتح التطبيق على هذا الجهاز
ways-code = رمز من 6 أرقام
ways-confirm = تأكيد
ways-organisation = حساب مؤسستي
ways-organisation-is = ادخل هنا بحساب مؤسستك.
ways-link = ربط { $name }
ways-unlinked = لم يعد ذلك الحساب يفتح حسابك.

## clips

clips-captions = ترجمة نصية
clips-transcript = نص الفيديو

## labels

Role_ADMINISTRATOR = إدارة
Role_AUDITOR = تدقيق
Role_COORDINATOR = تنسيق
Role_FUNDING_OFFICER = تمويل
Role_HOST = استقبال
Role_MEMBER = عضو
Role_ORGANISER = تنظيم مجتمعي
Role_PARTNER = شريك
Role_PUBLIC = العموم
Role_RECEPTIONIST = مكتب الاستقبال
Role_SYSTEM = المنصة
Role_TENANT_SUPPORT = دعم المستأجرين
Role_VOLUNTEER = متطوع
VisitState_RECORDED = مسجلة
VisitState_VOIDED = مسحوبة
NeedState_ANSWERED_DIRECTLY = جواب مباشر
NeedState_EXPRESSED = معبر عنها
NeedState_MET = ملباة
NeedState_ORIENTED = محالة
NeedState_PARTLY_MET = ملباة جزئيا
NeedState_UNMET = غير ملباة
NeedState_WITHDRAWN = مسحوبة
ReferralState_ACCEPTED = مقبولة
ReferralState_AWAITING_PERSON = بانتظار الشخص
ReferralState_CLOSED = منتهية
ReferralState_DECLINED = مرفوضة
ReferralState_DRAFTED = محضّرة
ReferralState_EXPIRED = منقضية
ReferralState_IN_SERVICE = جارية
ReferralState_MISSED = فائتة
ReferralState_READY = جاهزة
ReferralState_RECALLED = ملغاة
ReferralState_RECEIVED = مستلمة
ReferralState_RETURNED = مُرجعة
ReferralState_SCHEDULED = موعد محدد
ReferralState_SENT = مُرسلة
ReferralState_SUPERSEDED = مستبدلة
ReferralState_UNDER_REVIEW = قيد الدراسة
ReferralState_VOID = لاغية
ReferralState_WAIT_LISTED = قائمة انتظار
PairingState_ACTIVE = جار
PairingState_COMPLETED = مغلق
PairingState_ENDED = منته
PairingState_HALF_ACCEPTED = وافق طرف واحد
PairingState_PAUSED = متوقف مؤقتا
PairingState_PROPOSED = مقترح
PairingState_REQUESTED = مطلوب
PairingState_SUSPENDED = معلق
PairingState_UNMATCHED = دون مرافق
PairingState_WITHDRAWN = مسحوب
AppointmentState_ARRIVED = حضر
AppointmentState_BOOKED = محجوز
AppointmentState_CANCELLED = ملغى
AppointmentState_DID_NOT_SHOW = لم يحضر
InterpretationState_CANCELLED = ملغاة
InterpretationState_CONFIRMED = مؤكدة
InterpretationState_DECLINED = مرفوضة
InterpretationState_DONE = تمت
InterpretationState_MISSED = فائتة
InterpretationState_REQUESTED = مطلوبة
InterpretationState_UNMET = دون مترجم
SessionState_CANCELLED = ملغاة
SessionState_CLOSED = مغلقة
SessionState_OPEN = مفتوحة
SessionState_PLANNED = مقررة
PersonState_ACTIVE = نشط
PersonState_ALIAS = مدمج
PersonState_ERASED = ممحو
PersonState_ERASING = قيد المحو
IdentityRung_ANONYMOUS = دون اسم
IdentityRung_NAMED = معروف باسمه
IdentityRung_PSEUDONYM = معروف باسم آخر
IdentityRung_RETURN_CODE = معروف برمز
DoNotContactReason_OTHER = سبب آخر
DoNotContactReason_PERSON_ASKED = طلب الشخص ذلك
DoNotContactReason_SAFETY = السلامة: قد يقرأ أحد أو يسمع
DoNotContactReason_SHARED_ADDRESS = عنوان مشترك
ContactAllowedReason_DANGER_OVER = زال الخطر
ContactAllowedReason_PERSON_ASKED = طلب الشخص ذلك
ContactAllowedReason_SET_BY_MISTAKE = سُجل بالخطأ
SharingScope_CONTACT = وسيلة الاتصال
SharingScope_DOCUMENTS = الوثائق
SharingScope_IDENTITY = الهوية
SharingScope_NEED = الحاجة
SharingScope_SHARED_NOTES = ملاحظات الفريق
SharingPartyKind_ANY_PARTNER = أي شريك
SharingPartyKind_MEMBER = عضو
SharingPartyKind_OTHER_SITES = مواقعنا الأخرى
SharingPartyKind_PARTNER = شريك واحد
SharingConsentMode_ORAL = شفهيا
SharingConsentMode_SIGNED = موقّع على ورق أو شاشة
SharingConsentMode_SIGN_LANGUAGE = بلغة الإشارة
LanguageMode_DIRECT = مباشرة
LanguageMode_INTERPRETER = مترجم
LanguageMode_NOT_MET = لم نتفاهم
LanguageMode_VOLUNTEER = متطوع
LanguageMode_WRITTEN = كتابة
PersonContactKind_EMAIL = بريد إلكتروني
PersonContactKind_LETTER = رسالة
PersonContactKind_TELEPHONE = هاتف
PersonContactKind_TEXT_MESSAGE = رسائل قصيرة فقط
PersonContactKind_THROUGH_SOMEBODY = عبر شخص موثوق
ReferralReason_CAPACITY = لا مكان
ReferralReason_COULD_NOT_CONTACT = تعذر الاتصال
ReferralReason_DUPLICATE = مكررة
ReferralReason_LANGUAGE_NOT_COVERED = اللغة غير متاحة
ReferralReason_MISSING_DOCUMENT = وثيقة ناقصة
ReferralReason_NOT_ELIGIBLE = شروط غير مستوفاة
ReferralReason_OTHER = سبب آخر
ReferralReason_OUT_OF_AREA = خارج المنطقة
ReferralReason_PERSON_NO_LONGER_INTERESTED = لم يعد مهتما
ReferralReason_SERVICE_CLOSED = الخدمة مغلقة
ReferralReason_WAIT_LIST_CLOSED = قائمة الانتظار مغلقة
ReferralReason_WRONG_SERVICE = خدمة غير مناسبة
ReferralRecallReason_CONSENT_WITHDRAWN = سحب الموافقة
ReferralRecallReason_PERSON_CHANGED_MIND = غيّر الشخص رأيه
ReferralRecallReason_SAFETY = سلامة
ReferralReopenReason_ENDED_BY_MISTAKE = أُنهيت بالخطأ
ReferralReopenReason_LATE_ANSWER = وصل الرد متأخرا
ReferralReopenReason_NEED_NOT_MET = الحاجة ما زالت قائمة
ReferralReopenReason_OTHER = سبب آخر
ReferralReopenReason_PARTNER_CHANGED_ANSWER = غيّرت الخدمة ردها
ReferralErrorReason_ENTERED_TWICE = سُجلت مرتين
ReferralErrorReason_OTHER = سبب آخر
ReferralErrorReason_TRIAL = تجربة
ReferralErrorReason_WRONG_PERSON = ليس الشخص المقصود
ReferralOutcome_GOT_HELP = حصل على المساعدة
ReferralOutcome_NO_HELP = لم يحصل على المساعدة
ReferralOutcome_PARTLY = مساعدة جزئية
ReferralOutcome_UNKNOWN = غير معروف
ReferralPersonAction_CALL_PARTNER = الاتصال بالشريك
ReferralPersonAction_COME_IN_PERSON = الحضور شخصيا
ReferralPersonAction_FILL_IN_FORM = ملء استمارة
ReferralPersonAction_MISSING_DOCUMENT = إحضار وثيقة
ReferralPersonAction_OTHER = شيء آخر
UnmetReason_COULD_NOT_CONTACT = تعذر الاتصال
UnmetReason_LANGUAGE_NOT_COVERED = اللغة غير متاحة
UnmetReason_MISSING_DOCUMENT = وثيقة ناقصة
UnmetReason_NOT_ELIGIBLE = شروط غير مستوفاة
UnmetReason_NO_CAPACITY = لا مكان
UnmetReason_NO_SUCH_SERVICE = لا توجد خدمة
UnmetReason_OTHER = سبب آخر
UnmetReason_OUT_OF_AREA = خارج المنطقة
UnmetReason_TOO_EXPENSIVE = مكلف جدا
NeedWithdrawal_CHANGED_MIND = تغيير الرأي
NeedWithdrawal_ENTERED_BY_MISTAKE = سُجل خطأ
NeedWithdrawal_NOT_SAID = غير محدد
NeedWithdrawal_SOLVED_OTHERWISE = حُل بطريقة أخرى
VoidReason_ENTERED_TWICE = سُجلت مرتين
VoidReason_OTHER = سبب آخر
VoidReason_PERSON_ASKED = بطلب من الشخص
VoidReason_TRIAL = تجربة
VoidReason_WRONG_SESSION = مداومة خاطئة
TurnedAwayReason_CLOSING = كانت المداومة تنتهي
TurnedAwayReason_FULL = لا مكان أو لا وقت
TurnedAwayReason_LANGUAGE_NOT_COVERED = اللغة غير متاحة
TurnedAwayReason_NOT_ACCESSIBLE = المكان غير ميسّر
TurnedAwayReason_OTHER = سبب آخر
TurnedAwayReason_SAFETY = السلامة
CorrectionReason_COMPLETED_LATER = أُكملت لاحقا
CorrectionReason_MISUNDERSTOOD = سوء فهم
CorrectionReason_OTHER = سبب آخر
CorrectionReason_PERSON_ASKED = بطلب من الشخص
CorrectionReason_TYPING_ERROR = خطأ في الكتابة
PairingEndReason_END_OF_TERM = نهاية المدة
PairingEndReason_GOAL_REACHED = تحقق الهدف
PairingEndReason_LOST_CONTACT = انقطع الاتصال
PairingEndReason_MISMATCH = عدم توافق
PairingEndReason_MOVED = انتقال
PairingEndReason_PERSON_WISH = رغبة الشخص
PairingEndReason_SAFETY = سلامة
PairingEndReason_VOLUNTEER_UNAVAILABLE = المتطوع غير متاح
AccompanimentWithdrawalReason_ENTERED_IN_ERROR = سُجل بالخطأ
AccompanimentWithdrawalReason_HELPED_OTHERWISE = حصل على المساعدة بطريقة أخرى
AccompanimentWithdrawalReason_LOST_CONTACT = انقطع الاتصال
AccompanimentWithdrawalReason_PERSON_WISH = لم يعد الشخص يريد
PairingDeclineReason_ACQUAINTED_PRIVATELY = معرفة شخصية
PairingDeclineReason_NEED_CHANGED = تغيرت الحاجة
PairingDeclineReason_NOT_AT_EASE = عدم ارتياح
PairingDeclineReason_NO_TIME = لا وقت
PairingDeclineReason_OTHER = سبب آخر
PairingDeclineReason_TOO_FAR = بعيد جدا
PairingPauseReason_BY_AGREEMENT = باتفاق
PairingPauseReason_PERSON_AWAY = الشخص غائب
PairingPauseReason_VOLUNTEER_AWAY = المتطوع غائب
PairingReasonCode_FREE_FRIDAY = متاح الجمعة
PairingReasonCode_FREE_MONDAY = متاح الاثنين
PairingReasonCode_FREE_SATURDAY = متاح السبت
PairingReasonCode_FREE_SUNDAY = متاح الأحد
PairingReasonCode_FREE_THURSDAY = متاح الخميس
PairingReasonCode_FREE_TUESDAY = متاح الثلاثاء
PairingReasonCode_FREE_WEDNESDAY = متاح الأربعاء
PairingReasonCode_HAS_PLACES = لديه مكان
PairingReasonCode_KNOWS_TOPIC = يعرف الموضوع
PairingReasonCode_MEETS_GENDER_WISH = وفق الرغبة
PairingReasonCode_SPEAKS_LANGUAGE = يتكلم اللغة
Party_COORDINATOR = التنسيق
Party_HOST = الاستقبال
Party_MEMBER = الأعضاء
Party_PARTNER = الشريك
Party_PERSON = الشخص
Party_VOLUNTEER = المتطوع
CharterAcceptanceMode_INTERPRETED = عبر مترجم
CharterAcceptanceMode_READ = قراءة
CharterAcceptanceMode_READ_ALOUD = قرأه لي شخص بصوت عال
CharterAcceptanceMode_SIGNED = بلغة الإشارة
LanguageLevel_BASIC = قليلا
LanguageLevel_CONVERSATIONAL = ما يكفي للحديث
LanguageLevel_FLUENT = جيدا
LanguageLevel_NATIVE = منذ الصغر
ContactMedium_IN_PERSON = وجها لوجه
ContactMedium_LETTER = رسالة
ContactMedium_MESSAGE = رسالة نصية
ContactMedium_PHONE = هاتف
ContactMedium_VIDEO = فيديو
Kind_visit = زيارة
Kind_need = حاجة
Kind_session = مداومة
Kind_interpretation = مترجم
Kind_partner = شريك
Kind_service = بطاقة
Kind_referral = إحالة
Kind_member = عضو
Kind_charter = ميثاق
Kind_pairing = ثنائي
Kind_meeting = لقاء
Kind_commitment = التزام
Kind_person = ملف
PartnerState_ACTIVE = نشط
PartnerState_CONTACTED = تم الاتصال
PartnerState_DECLINED = مرفوض
PartnerState_DORMANT = خامل
PartnerState_IDENTIFIED = محدد
PartnerState_MET = تم اللقاء
MeetingCancellation_CIRCUMSTANCES = إضراب أو طقس أو طارئ
MeetingCancellation_HOST_UNAVAILABLE = لا أحد لاستضافته
MeetingCancellation_NO_INTERPRETER = لا مترجم
MeetingCancellation_OTHER = سبب آخر
MeetingCancellation_PLACE_UNAVAILABLE = المكان غير متاح
MeetingCancellation_TOO_FEW_PEOPLE = عدد قليل من الناس
CommitmentDropReason_DONE_BY_OTHERS = أنجزه شخص آخر
CommitmentDropReason_NOT_POSSIBLE = غير ممكن
CommitmentDropReason_NO_LONGER_NEEDED = لم يعد لازما
CommitmentDropReason_OTHER = سبب آخر
CommitmentDropReason_OWNER_UNAVAILABLE = لم يعد صاحبه يستطيع
ServiceSheetState_DRAFT = مسودة
ServiceSheetState_PUBLISHED = منشورة
ServiceSheetState_RETIRED = مسحوبة
ServiceSheetState_TEMPORARILY_CLOSED = مغلقة مؤقتا
CapacityLevel_FEW = مكان قليل
CapacityLevel_FULL = ممتلئ
CapacityLevel_OPEN = يوجد مكان
CapacityLevel_WAITING_LIST = قائمة انتظار
PartnerNoteKind_EXCHANGE = مكالمة أو رسالة
PartnerNoteKind_REMARK = ملاحظة
PartnerNoteKind_VISIT = زيارة ميدانية
AccountState_ACTIVE = نشط
AccountState_INVITED = مدعو
AccountState_LOCKED = مقفل
AccountState_REMOVED = مسحوب
DataRequestKind_CORRECT = تصحيح
DataRequestKind_ERASE = محو
DataRequestKind_READ = قراءة
RevealPurpose_CONTACT = الاتصال بالشخص
RevealPurpose_DATA_REQUEST = طلب بيانات
RevealPurpose_DUPLICATES = تكرار
RevealPurpose_OTHER = سبب آخر
RevealPurpose_RECEPTION = استقبال
RevealPurpose_REFERRAL = إحالة
RevealPurpose_SAFETY = سلامة
PairingFeedbackAnswer_YES = نعم
PairingFeedbackAnswer_PARTLY = جزئيا
PairingFeedbackAnswer_NO = لا
PairingFeedbackAnswer_NOT_SAID = لم يُذكر
PairingOutcome_POSITIVE = إيجابية
PairingOutcome_PARTLY = جزئية
PairingOutcome_NOT_REACHED = لم تتحقق
PairingOutcome_UNKNOWN = غير معروفة

## todo

todo-title = المهام
todo-sentence = الأقدم انتظارا أولا.
todo-nothing = لا شيء ينتظر. أحسنتم.
todo-who = من عليه التحرك؟
todo-everybody = الكل
todo-since = { $when }
todo-due = قبل { $date }
todo-late = متأخر
todo-open = عرض
todo-count = { $count ->
     [zero] لا مهام
     [one] مهمة واحدة
     [two] مهمتان
     [few] { $count } مهام
     [many] { $count } مهمة
    *[other] { $count } مهمة
    }
todo_answerReferral = الرد على الإحالة
todo_recordConsent = تسجيل الموافقة
todo_sendReferral = إرسال الإحالة
todo_askPersonOutcome = سؤال الشخص عن النتيجة
todo_completePersonAction = إنجاز المطلوب
todo_scheduleAppointment = تحديد موعد
todo_recordAttendance = تسجيل الحضور
todo_rescheduleAppointment = تحديد موعد آخر
todo_reportOutcome = ذكر النتيجة
todo_closeReferral = إنهاء الإحالة
todo_reorientPerson = إعادة إحالة الشخص
todo_answerNeed = تلبية الحاجة
todo_openSession = فتح المداومة
todo_closeSession = إغلاق المداومة
todo_answerInterpretation = تأكيد حضور المترجم
todo_findInterpreter = إيجاد مترجم
todo_reassignInterpretation = طلب مترجم آخر
todo_deliverInterpretation = الترجمة
todo_attendAppointment = حضور الموعد
todo_takePartnerStep = القيام بالخطوة المقررة
todo_reviewServiceSheet = مراجعة البطاقة
todo_verifyServiceSheet = التحقق من البطاقة
todo_sayWhenServiceReopens = تحديد موعد إعادة الفتح
todo_chooseServiceNeeds = اختيار حاجات البطاقة
todo_announceMeeting = إعلان اللقاء
todo_closeMeeting = إغلاق اللقاء
todo_draftMinutes = كتابة المحضر
todo_approveMinutes = اعتماد المحضر
todo_publishMinutes = نشر المحضر
todo_tellOfCommitment = إفادة عن الالتزام
todo_acceptCharter = قبول الميثاق
todo_proposeVolunteer = اقتراح متطوع
todo_answerProposal = الرد بنعم أو لا
todo_sayWhetherAllIsWell = إفادة عن الأحوال
todo_lookAfterPairing = الاطمئنان على الثنائي
todo_clearUpIncident = توضيح الحادث
todo_completePairing = إغلاق الثنائي
todo_confirmSharingOverride = مراجعة مشاركة دون موافقة
todo_answerDataRequest = الرد على طلب بيانات
todo_reviewRetention = مراجعة ما يُحفظ
todo_approveRecovery = الموافقة على استعادة الدخول

## path

path-title = المسار
path-sentence = كل ما حدث بالترتيب. يبقى التصحيح ظاهرا.
path-find = البحث عن مسار
path-code = رمز العودة
path-code-hint = 7 أحرف وأرقام على ورقة الشخص.
path-show = عرض
path-none = لا مسار بهذا الرمز.
path-as-known = كما كان معروفا في
path-now = الآن
path-between = من { $from } إلى { $to }
path-known-then = المعروف في نهاية ذلك اليوم. لم يكن الباقي موجودا بعد.
path-recorded = سُجل { $when }
path-later = حُفظ. يُرسل عند عودة الشبكة.
path-by = من { $role }
path-from-to = { $from } ← { $to }
path-why = السبب: { $reason }
path-need = الحاجة: { $need }
path-things = أين وصلت الأمور
path-steps = الخطوات
path-step-count = { $count ->
     [zero] لا خطوات
     [one] خطوة واحدة
     [two] خطوتان
     [few] { $count } خطوات
     [many] { $count } خطوة
    *[other] { $count } خطوة
    }
path-nothing-then = لم يكن شيء معروفا يومها.
path-details = التفاصيل
path-version = النسخة { $version }
path-next = ماذا الآن؟
path-person = الشخص
path-reorient = إحالة إلى مكان آخر
path-brought = قام الشخص بذلك
path-came = حضر الشخص
path-did-not-come = لم يحضر الشخص
path-ask-helped = ماذا يقول الشخص؟
path-told = سُجّل.
path-close = إغلاق الإحالة
path-why-no-help = لماذا لم تتم المساعدة؟
path-asks-data = يطلب الشخص، بشأن بياناته
path-ask-service = بماذا أجابت الخدمة؟
path-service-yes = قالت نعم
path-service-no = قالت لا
path-why-service-no = لماذا لا؟
path-note-no = تسجيل الرفض
path-no-more-consent = الشخص لم يعد موافقا
path-no-more-consent-is = تتوقف الإحالة ولا تستطيع الخدمة قراءتها. للمتابعة تلزم موافقة جديدة.
path-withdraw-consent = سحب الموافقة
path-take-back = سحب الإحالة
path-take-back-is = لم يعد على الخدمة فعل شيء. يمكن إحالة الشخص إلى مكان آخر.
path-taken-back = سُحبت الإحالة.
path-reopen = إعادة فتح الإحالة
path-reopen-is = تستأنف الإحالة وتعود المهلة للخدمة. لا يُمحى شيء مما حدث.
path-reopened = أُعيد فتح الإحالة.
path-mistaken = سُجلت بالخطأ
path-mistaken-is = تخرج من كل الأرقام. ويحتفظ المسار بالأثر.
path-counts-no-more = لم تعد الإحالة محسوبة.
path-asked-data = سُجّل الطلب. يجيب التنسيق عليه.
path-guesses = جُرّبت رموز كثيرة. انتظر دقيقة.

## events

Event_VisitRecorded = زيارة
Event_VisitCorrected = تصحيح الزيارة
Event_VisitVoided = سحب الزيارة
Event_VisitNoteAdded = إضافة ملاحظة
Event_VisitAttributed = ربط الزيارة بالشخص
Event_VisitDetached = فصل الزيارة عن الشخص
Event_NeedExpressed = حاجة معبَّر عنها
Event_NeedAnsweredDirectly = جواب مباشر
Event_NeedLeftUnmet = حاجة دون جواب
Event_NeedWithdrawn = سحب الحاجة
Event_NeedOriented = إحالة الحاجة
Event_NeedSettled = نتيجة معروفة
Event_ReturnCodeIssued = رمز العودة
Event_AppointmentBooked = حجز موعد
Event_AppointmentMoved = تغيير الموعد
Event_AppointmentCancelled = إلغاء الموعد
Event_PersonArrived = حضر الشخص
Event_PersonDidNotShow = لم يحضر الشخص
Event_InterpretationRequested = طلب مترجم
Event_InterpretationConfirmed = تأكيد المترجم
Event_InterpretationDeclined = المترجم غير متاح
Event_InterpretationReassigned = طلب مترجم آخر
Event_InterpretationDelivered = تمت الترجمة
Event_InterpreterDidNotAttend = لم يحضر المترجم
Event_InterpretationCancelled = إلغاء الترجمة
Event_InterpretationWentUnmet = لم نجد مترجما
Event_ReferralDrafted = تحضير الإحالة
Event_ConsentRecorded = وافق الشخص
Event_ConsentWithdrawn = سحب الشخص موافقته
Event_ConsentOverridden = مشاركة دون موافقة ممكنة
Event_ReferralSent = إرسال الإحالة
Event_ReferralDeliveryFailed = لم تصل الإحالة
Event_ReferralLinkRenewed = رابط جديد
Event_ReferralLinkRevoked = إغلاق الرابط
Event_ReferralReceived = استلمها الشريك
Event_ReferralPutUnderReview = قيد الدراسة
Event_ReferralWaitlisted = في قائمة الانتظار
Event_PersonActionRequested = طُلب شيء من الشخص
Event_PersonActionCompleted = أنجزه الشخص
Event_ReferralAccepted = قبول الإحالة
Event_ReferralDeclined = رفض الإحالة
Event_AppointmentScheduled = تحديد موعد
Event_PersonAttended = حضر الشخص
Event_PersonDidNotAttend = لم يحضر الشخص
Event_ReferralReturned = إرجاع الإحالة
Event_OutcomeReported = ذُكرت النتيجة
Event_ReferralClosed = انتهت الإحالة
Event_ReferralRecalled = إلغاء الإحالة
Event_ReferralExpired = انقضت دون جواب
Event_ReferralSuperseded = حلت محلها إحالة أخرى
Event_ReferralReopened = إعادة فتح
Event_ReminderSent = إرسال تذكير
Event_ReferralOverdueFlagged = متأخرة
Event_ReferralMarkedNoContact = عدم الاتصال
Event_ReferralEnteredInError = سُجلت خطأ
Event_AccompanimentRequested = طلب مرافقة
Event_PairingProposed = اقتراح متطوع
Event_PairingAcceptedByVolunteer = وافق المتطوع
Event_PairingAcceptedByPerson = وافق الشخص
Event_PairingActivated = بدأ الثنائي
Event_PairingDeclined = رفض
Event_PairingProposalExpired = لا جواب
Event_NoMatchFound = لا أحد مناسب
Event_AccompanimentWithdrawn = سحب الطلب
Event_ContactLogged = تسجيل اتصال
Event_ContactLogCorrected = تصحيح اتصال
Event_PairingInactivityFlagged = لا أخبار
Event_PairingPaused = توقف مؤقت
Event_PairingResumed = استئناف
Event_PairingSuspended = تعليق
Event_PairingReinstated = إعادة العمل
Event_PairingEnded = انتهى الثنائي
Event_FeedbackGiven = إبداء رأي
Event_PairingCompleted = أُغلق
Event_RematchRequested = طلب ثنائي آخر
Event_RegistrationMade = تسجيل في لقاء
Event_RegistrationCancelled = إلغاء التسجيل
Event_AttendanceRecorded = حضور لقاء
Event_AttendanceWithdrawn = سحب الحضور
Event_PersonFileOpened = فتح ملف
Event_PersonKnownByCode = معروف برمز
Event_PersonCodeForgotten = نسيان الرمز
Event_PseudonymTaken = اسم مستعار
Event_PseudonymWithdrawn = سحب الاسم المستعار
Event_NameGiven = إعطاء الاسم
Event_NameWithdrawn = سحب الاسم
Event_ContactGiven = إعطاء وسيلة اتصال
Event_ContactWithdrawn = سحب وسيلة الاتصال
Event_PersonLanguagesTold = ذكر اللغات
Event_AccessNeedsTold = ذكر احتياجات الوصول
Event_DoNotContactSet = عدم الاتصال
Event_DoNotContactLifted = السماح بالاتصال
Event_SharingConsentGiven = موافقة على المشاركة
Event_SharingConsentWithdrawn = سحب الموافقة
Event_SharingOverrideAsked = طلب مشاركة دون موافقة
Event_SharingConsentOverridden = مشاركة بقرار شخصين
Event_SharingOverrideLapsed = انقضى طلب المشاركة
Event_PersonsMerged = دمج الملفات
Event_AliasTaken = نفس الشخص في ملف آخر
Event_MergeUndone = فصل الملفات
Event_AliasReleased = فصل الملف
Event_PersonLinkedToMember = عضو أيضا
Event_PersonUnlinkedFromMember = فك الربط بالعضو
Event_DataRequestMade = طلب عن البيانات
Event_ErasureAsked = طلب المحو
Event_DataRequestAnswered = جواب عن الطلب
Event_DataRequestOverdue = طلب متأخر
Event_PersonActivityNoted = علامة نشاط
Event_ErasureWarned = تنبيه بالمحو
Event_DataLapsed = محو بيانات منتهية
Event_ErasureDecided = قرار المحو
Event_ErasurePostponed = تأجيل المحو
Event_SubjectForgotten = مُحي كل شيء
Event_SessionOpened = فتح المداومة
Event_SessionClosed = إغلاق المداومة
Event_IdentityRevealed = قراءة الهوية

## mine

mine-title = مرافقاتي
mine-sentence = من ترافقهم.
mine-nothing = لا مرافقة حاليا. قل متى تكون متاحا.
mine-ask = هل ترافق هذا الشخص؟
mine-may-decline = يمكنك أن ترفض.
mine-until = أجب قبل { $date }.
mine-yes = نعم
mine-no = لا
mine-said-yes = شكرا. علم التنسيق بذلك.
mine-said-no = سُجل ذلك. شكرا على ردك.
mine-later = حُفظ. يُرسل عند عودة الشبكة.
mine-met = { $count ->
     [zero] لا لقاءات
     [one] لقاء واحد
     [two] لقاءان
     [few] { $count } لقاءات
     [many] { $count } لقاء
    *[other] { $count } لقاء
    }
mine-last-time = آخرها { $when }
mine-paused-until = متوقف حتى { $date }
mine-all-well = لا أخبار منذ مدة. هل كل شيء على ما يرام؟
mine-all-well-next = سجل اتصالا، أو قل إن كان سيتوقف.
mine-log-contact = تسجيل اتصال
mine-contact-kept = سُجل الاتصال.
mine-did-meet = هل حدث اتصال؟
mine-did-yes = نعم
mine-did-no = لا، لم ينجح
mine-how = كيف؟
mine-how-long = كم دقيقة؟
mine-optional = اختياري.
mine-note = ملاحظة
mine-note-hint = دون اسم أو رقم. يمكن للتنسيق قراءتها.
mine-not-met = دون نجاح
mine-minutes = { $count ->
     [zero] أقل من دقيقة
     [one] دقيقة
     [two] دقيقتان
     [few] { $count } دقائق
     [many] { $count } دقيقة
    *[other] { $count } دقيقة
    }
mine-log = الاتصالات المسجلة
mine-when = في أي يوم؟
mine-correct = تصحيح
mine-corrected = مصحح
mine-contact-corrected = صُحح الاتصال.
mine-pause = توقف مؤقت
mine-pause-until = حتى
mine-pause-change = تغيير التوقف
mine-paused = المرافقة متوقفة مؤقتا.
mine-resume = استئناف
mine-resumed = استؤنفت المرافقة.
mine-end = إنهاء
mine-end-now = إنهاء المرافقة
mine-ended = انتهت المرافقة. شكرا.
mine-why = لماذا؟
mine-why-no = لماذا ليس هذه المرة؟
mine-say-no = قول لا
mine-helped = هل ساعد ذلك؟
mine-helped-kept = شكرا، سُجّل.

## charter

charter-title = الميثاق
charter-ask = هل تقبل الميثاق؟
charter-first = دون موافقتك لا يمكننا أن نقترح عليك أحدا.
charter-changed = تغيّر الميثاق. السابق ما زال صالحا حتى { $date }.
charter-over = تغيّر الميثاق، ولم يعد السابق صالحا. دون موافقتك لا يمكننا أن نقترح عليك أحدا.
charter-other-language = هذا النص غير متوفر بعد بلغة هذه الصفحة.
charter-read-in = القراءة بـ
charter-signed = المشاهدة بلغة الإشارة
charter-how = كيف فهمته؟
charter-language = بأي لغة؟
charter-accept = أقبل
charter-doubt = هل هناك ما لا يناسبك؟ تحدث أولا مع التنسيق.
charter-accepted = شكرا. قبلت الميثاق.
charter-later = حُفظ. يُرسل عند عودة الشبكة.
charter-accepted-on = قبلت النسخة { $number }: { $date }.
charter-read = قراءة الميثاق

## free

free-title = أوقات فراغي
free-sentence = اختر الأوقات التي يمكنك المرافقة فيها.
free-legend = أسبوع عادي
free-kept = سُجل ذلك.
free-kept-later = حُفظ. يُرسل عند عودة الشبكة.
free-nothing = حسابك ليس حساب عضو بعد. اسأل التنسيق.
free-offer = ما أقدمه
free-quota = كم ثنائيا في الوقت نفسه؟
free-quota-is = ما هو جار يستمر. ولا يُقترح أكثر من ذلك.
free-rest = أستريح
free-resting = سُجل. لن نقترح عليك أحدا حاليا.
free-offers-not = أنت لا تعرض المرافقة.
free-offer-now = عرض المرافقة
free-offer-not = التوقف عن المرافقة
free-offers-now = شكرا. يمكننا أن نقترح عليك ثنائيا.
free-offers-no-more = سُحب العرض. لن نقترح عليك ثنائيا بعد الآن.
free-languages = اللغات التي أتكلمها أو أؤشر بها
free-no-language = لا لغة بعد. ودون لغة لا يمكن اقتراح أحد.
free-add-language = إضافة لغة
free-language-taken = أُزيلت اللغة.
free-count = { $count ->
     [zero] لا أوقات
     [one] وقت واحد في الأسبوع
     [two] وقتان في الأسبوع
     [few] { $count } أوقات في الأسبوع
     [many] { $count } وقتا في الأسبوع
    *[other] { $count } وقت في الأسبوع
    }

## pairing

pairing-title = الثنائيات
pairing-sentence = اختر طلبا، ثم شخصا متاحا.
pairing-which = أي منها؟
pairing-asked = للبحث
pairing-proposed = مقترحة
pairing-running = جارية
pairing-nothing = لا طلبات هنا.
pairing-silent = لا أخبار
pairing-candidates = من يمكنه المرافقة؟
pairing-no-candidate = لا أحد مناسب حاليا.
pairing-somebody = عضو
pairing-score = درجة { $score }
pairing-places = { NUMBER($taken) } من { NUMBER($all) } ثنائيات
pairing-propose = اقتراح
pairing-proposed-now = تم الاقتراح. ننتظر الرد خلال 7 أيام.
pairing-nobody = لا أحد مناسب
pairing-nobody-now = سُجل ذلك. النداء جاهز.
pairing-later = حُفظ. يُرسل عند عودة الشبكة.
pairing-ask-person = ماذا يقول الشخص؟
pairing-person-yes = الشخص موافق
pairing-person-no = الشخص غير موافق
pairing-begun = سُجّل: الشخص موافق.
pairing-not-them = سُجّل. اقترح شخصا آخر.
pairing-over = منتهية
pairing-ask-helped = هل ساعد ذلك الشخص؟
pairing-thanks = شكرا، سُجّل.
pairing-ask-outcome = ما النتيجة؟
pairing-complete = إغلاق
pairing-completed = أُغلق. شكرا.
pairing-withdraw = سحب الطلب
pairing-withdraw-is = لا يُبحث عن أحد بعد الآن. والمتطوع المقترح يصبح متاحا من جديد.
pairing-withdrawn = سُحب الطلب.
pairing-rematch = البحث عن شخص آخر
pairing-rematch-is = يتبع هذا الطلبَ طلبٌ جديد باللغة والأوقات نفسها. ولا يُقترح من لم يكن مناسبا.
pairing-rematched = الطلب الجديد موجود ضمن ما يُبحث عنه.
pairing-asked-again = يتبع هذا الطلبَ طلبٌ جديد.
pairing-suspend = تعليق بعد حادث
pairing-suspend-is = يتوقف الثنائي فورا. يرى المتطوع أنه معلّق دون السبب.
pairing-suspend-now = تعليق
pairing-suspended = الثنائي معلّق.
pairing-incident = الحادث { $number }. اكتب هذا الرقم في ملفك.
pairing-reinstate = استئناف الثنائي
pairing-reinstated = يستأنف الثنائي.
pairing-end = إنهاء الثنائي
pairing-end-is = يصبح المتطوع متاحا. ويمكن للطرفين أن يقولا كيف كان ذلك.
pairing-ended = انتهى الثنائي.
pairing-no-contact = لم يُسجل أي اتصال.

## numbers

numbers-title = أرقام
numbers-from = منذ { $date }
numbers-always = منذ البداية
numbers-period = الفترة
numbers-month = هذا الشهر
numbers-last-month = الشهر الماضي
numbers-year = هذه السنة
numbers-all = الكل
numbers-nothing = لا شيء يُحصى في هذه الفترة.
numbers-visits = { $count ->
     [zero] زيارة
     [one] زيارة
     [two] زيارة
     [few] زيارات
     [many] زيارة
    *[other] زيارة
    }
numbers-by-need = حسب الحاجة
numbers-by-need-state = مصير الحاجات
numbers-by-language = حسب اللغة
numbers-by-referral = الإحالات
numbers-by-outcome = نتائج الإحالات
numbers-by-decline = أسباب رفض الشركاء
numbers-what = ماذا
numbers-how-many = كم
numbers-few = أقل من 5

## meetings

meetings-title = اللقاءات
meetings-sentence = مفتوحة للجميع.
meetings-nothing = لا لقاءات مقررة.
meetings-coming = القادمة
meetings-over = السابقة
meetings-plan = تحديد لقاء
meetings-plan-now = تحديد
meetings-planned = حُدد اللقاء. أعلنوه حين يكون كل شيء جاهزا.
meetings-later = حُفظ. يُرسل عند عودة الشبكة.
meetings-name = اسم اللقاء
meetings-place = المكان
meetings-day = اليوم
meetings-welcome-time = الاستقبال
meetings-start = البداية
meetings-end = النهاية
meetings-welcome = الاستقبال من { $time }
meetings-interpreters = مترجمون: { $languages }
meetings-seats = { $count ->
     [zero] لا تسجيلات
     [one] تسجيل واحد
     [two] تسجيلان
     [few] { $count } تسجيلات
     [many] { $count } تسجيلا
    *[other] { $count } تسجيل
    }
meetings-cancelled = ملغى
meetings-not-announced = لم يُعلن بعد
meetings-going-on = جار
meetings-announce = إعلان
meetings-announced = أُعلن اللقاء.
meetings-come = سأحضر
meetings-registered = سُجل ذلك. إلى اللقاء.
meetings-given-back = أُعيد المكان.
meetings-come-not = لن أحضر
meetings-you-come = مكانك محفوظ
meetings-open = عرض

## gathering

gathering-title = لقاء
gathering-all = كل اللقاءات
gathering-none = اختر لقاء من القائمة.
gathering-member = عضو
gathering-guest = شخص
gathering-choose = اختر…
gathering-later = حُفظ. يُرسل عند عودة الشبكة.
gathering-open = بدء
gathering-opened = بدأ اللقاء.
gathering-close = إنهاء
gathering-closed = انتهى اللقاء. شكرا.
gathering-cancel = إلغاء اللقاء
gathering-cancel-is = سيراه الجميع ملغى مع رسالتك. لا يمكن التراجع عن ذلك.
gathering-cancel-message = ما سيقرؤه الناس
gathering-cancelled-now = أُلغي اللقاء.
gathering-cancelled = ملغى: { $reason }
gathering-agenda = جدول الأعمال
gathering-no-agenda = جدول الأعمال فارغ.
gathering-is-proposed = مقترح
gathering-is-deferred = مؤجل
gathering-accept = قبول
gathering-defer = تأجيل
gathering-new-item = موضوع
gathering-item-from = من أين يأتي الموضوع؟
gathering-item-from-me = مني
gathering-item-from-desk = من الاستقبال
gathering-heard-need = الحاجة التي سمعناها
gathering-heard-how = كم مرة سمعناها؟
gathering-heard-hint = عُدّ دون أسماء. في الصحة أو الإقامة أو القضاء أو الديون: { NUMBER($count) } مرات أو أكثر، حتى لا يُعرف أحد.
gathering-heard-number = اكتب عددا: 1 أو أكثر.
gathering-heard-too-rarely = هذه الحاجة تتطلب { NUMBER($count) } مرات أو أكثر، حتى لا يُعرف أحد. انتظر أو اختر حاجة أخرى.
gathering-propose-item = اقتراح
gathering-item-proposed = اقتُرح الموضوع.
gathering-item-accepted = أُدرج الموضوع.
gathering-item-deferred = أُجل الموضوع.
gathering-attendance = { $count ->
     [zero] الحضور: لا أحد
     [one] الحضور: واحد
     [two] الحضور: اثنان
     [few] الحضور: { $count }
     [many] الحضور: { $count }
    *[other] الحضور: { $count }
    }
gathering-without-name = دون اسم، حسب اللغة
gathering-one-person = شخص واحد
gathering-one-more = شخص إضافي
gathering-one-less = شخص أقل
gathering-counted = تم العدّ.
gathering-with-name = بالاسم، إن أراد الشخص
gathering-agrees-to-name = موافق على ذكر اسمه
gathering-named-now = سُجل الاسم.
gathering-take-name = سحب الاسم { $name }
gathering-name-taken = سُحب الاسم. يبقى الشخص محسوبا.
gathering-decisions = القرارات
gathering-no-decision = لا قرار بعد.
gathering-new-decision = قرار
gathering-how-decided = كيف؟
gathering-by-consensus = بالتوافق
gathering-by-vote = تصويت
gathering-in-favour = مع
gathering-against = ضد
gathering-abstained = امتناع
gathering-decide = تسجيل القرار
gathering-decided = سُجل القرار.
gathering-commitments = الالتزامات
gathering-no-commitment = لا التزام بعد.
gathering-new-commitment = ما سيُنجز
gathering-who = من؟
gathering-due = قبل متى؟
gathering-due-on = قبل { $date }
gathering-overdue = متأخر
gathering-fulfil = أُنجز
gathering-fulfilled = منجز
gathering-dropped = متروك
gathering-fulfilled-now = شكرا، سُجل ذلك.
gathering-promise = تسجيل الالتزام
gathering-promised = سُجل الالتزام.
gathering-otherwise = وإلا
gathering-postpone = منح مزيد من الوقت
gathering-postpone-to = تاريخ جديد
gathering-postponed-now = تغيّر التاريخ.
gathering-date-changed = تغيّر التاريخ
gathering-carry = متابعته هناك
gathering-carry-to = في أي لقاء؟
gathering-carried-now = سيُتابع في ذلك اللقاء.
gathering-carried = يُتابع في لقاء آخر
gathering-none-ahead = لا لقاء آخر مبرمج، فلا يمكن ترحيله.
gathering-drop = التخلي عنه
gathering-dropped-now = تُرك الالتزام.
gathering-minutes = المحضر
gathering-minutes-kept = حُفظ المحضر.
gathering-not-approved = يُعتمد في اللقاء القادم
gathering-approved = معتمد
gathering-published = نُشر في { $date }
gathering-what-changed = ما الذي يتغير
gathering-publish = نشر
gathering-published-now = نُشر المحضر.
gathering-approve-at = في أي لقاء اعتُمد؟
gathering-approve = تسجيل الاعتماد
gathering-approved-now = اعتُمد المحضر.
gathering-no-later = يُعتمد في لقاء لاحق.

## partners

partners-title = الشركاء
partners-sentence = بيانات الاتصال والبطاقات ومدة الرد.
partners-which = أي منهم؟
partners-active = النشطون
partners-all = الكل
partners-look = البحث بالاسم
partners-nothing = لا شريك.
partners-next-step = الخطوة القادمة: { $what }
partners-sheets = البطاقات
partners-no-sheet = لا بطاقة بعد.
partners-no-answers = لا ردود معروفة بعد.
partners-answers-in = { $count ->
     [zero] يرد عادة في اليوم نفسه
     [one] يرد عادة في يوم
     [two] يرد عادة في يومين
     [few] يرد عادة في { $count } أيام
     [many] يرد عادة في { $count } يوما
    *[other] يرد عادة في { $count } يوم
    }
partners-verified = تم التحقق في { $date }
partners-never-verified = لم يُتحقق منها
partners-doubted = { $count ->
     [zero] لا شكوك
     [one] شك واحد
     [two] شكّان
     [few] { $count } شكوك
     [many] { $count } شكا
    *[other] { $count } شك
    }
partners-verify = البطاقة صحيحة
partners-verified-now = سُجل ذلك، تم التحقق.
partners-story = أين وصلنا؟
partners-take-step = تم
partners-step-taken = سُجل. ما الخطوة التالية؟
partners-plan-step = تحديد خطوة
partners-step-what = ماذا نفعل؟
partners-no-names = دون أسماء أشخاص.
partners-step-on = متى؟
partners-plan-now = تحديد
partners-step-planned = حُددت الخطوة.
partners-no-note = لا ملاحظة بعد.
partners-add-note = إضافة ملاحظة
partners-note-kind = ما هي؟
partners-note-text = ما عرفناه
partners-note-kept = حُفظت الملاحظة.
partners-room = هل من مكان؟
partners-room-until = صالح حتى { $date }
partners-room-kept = سُجل ذلك.
partners-closure = تسجيل إغلاق
partners-closed-on = مغلق ابتداء من
partners-closed-until = حتى
partners-closed-until-hint = اتركه فارغا إن لم يكن معروفا.
partners-closed-reversed = هذا التاريخ قبل البداية.
partners-closed-message = ما سيقرؤه الناس
partners-close-now = تسجيل الإغلاق
partners-closure-kept = سُجل الإغلاق.
partners-closed-from = مغلق من { $from }
partners-closed-from-to = مغلق من { $from } إلى { $to }
partners-reopen = إعادة الفتح
partners-reopened = أُعيد فتح الخدمة.
partners-later = حُفظ. يُرسل عند عودة الشبكة.

## people

people-title = الأشخاص والأدوار
people-sentence = من يدخل ولأي عمل.
people-nothing = لا أحد بعد.
people-somebody = زميل
people-invite = دعوة
people-invite-now = إنشاء الرابط
people-invited = الدعوة جاهزة.
people-give-link = سلّم هذا الرابط شخصيا. يظهر مرة واحدة وصالح 7 أيام.
people-name = الاسم
people-email = البريد الإلكتروني
people-role = الدور
people-link-until = الرابط صالح حتى { $date }
people-needs-second = رمز ثان قبل { $date }
people-remove = سحب الدخول
people-why = لماذا؟
people-left = غادر
people-own-wish = برغبته
people-misuse = إساءة استعمال
people-removed = سُحب الدخول في كل مكان وفورا.
people-later = حُفظ. يُرسل عند عودة الشبكة.
people-add-role = إضافة دور
people-give-role = منح هذا الدور
people-choose = اختر…
people-role-given = مُنح الدور.
people-role-taken = سُحب الدور.
people-take-role = سحب دور { $role }
people-renew = إنشاء رابط جديد

## data

data-title = البيانات
data-sentence = ما يُحفظ ومن قرأه.
data-requests = طلبات الأشخاص
data-no-request = لا طلب في الانتظار.
data-wants-answer = شخص ينتظر ردا
data-retention = مدة حفظ تنتهي
data-due = قبل { $date }
data-look = عرض
data-since = منذ { $date }
data-grant = تم
data-refuse = رفض
data-partly = جزئيا
data-why-partly = ما الذي لم يتم، ولماذا؟
data-answered = سُجل الرد.
data-erase = محو
data-erase-changes = تختفي الأسماء ووسائل الاتصال والملاحظات إلى الأبد، حتى من النسخ.
data-erase-keeps = تبقى الأرقام كما هي.
data-erase-now = محو نهائي
data-erased = تقرر المحو.
data-certificate = مُحي في { $date }
data-readers = من قرأ الهوية
data-nobody-read = لا أحد.
data-member = ما قلته عن نفسي
data-no-member = لست مسجلا كعضو: لا شيء محفوظ عنك هنا. لتصبح عضوا، تحدث مع الاستقبال.
data-not-kept = لا شيء محفوظ
data-contact = كيف يتصلون بي
data-spoken = لغاتي
data-member-since = عضو منذ
data-who-sees = يراه الاستقبال والتنسيق لاقتراح المرافقات. للتصحيح أو المحو، تحدث مع التنسيق.
data-offers = أنت تعرض مرافقة الناس.
data-stop-offering = لا أرافق بعد الآن
data-offers-no-more = سُحب العرض. لن تُقترح عليك مرافقة.
data-offers-not = أنت لا تعرض المرافقة.
data-offer-again = أعرض المرافقة
data-offers-again = شكرا. قد تُقترح عليك مرافقة.
data-experience = تجربة عشتها: { $topic }
data-take-back = سحب
data-experience-taken = سُحب.
data-mine = حسابي
data-demo-account = هذا حساب العرض التجريبي: لا يُحفظ شيء عنك.
data-name = الاسم
data-email = البريد الإلكتروني
data-roles = الأدوار
data-second = رمز ثان
data-yes = نعم
data-no = لا
data-second-due = رمز ثان أو مفتاح مرور قبل { $date }
data-shared-device = جهاز مشترك
data-end-all = الخروج من كل أجهزتي
data-account-since = الحساب منذ
data-sessions = أين أنا داخل
data-this-device = هذا الجهاز
data-other-device = جهاز آخر
data-end-session = خروج هناك
data-session-ended = انتهت الجلسة هناك.
data-on-device = على هذا الجهاز
data-on-device-is = ما ينتظر الإرسال وآخر القوائم، مختومة. تُمحى القوائم عند الخروج وبعد 7 أيام.
data-later = حُفظ. يُرسل عند عودة الشبكة.
data-why-refused = لماذا الرفض؟
data-why-hint = يمكن للشخص قراءته.

### Pages

## Around every page
page-skip = إلى المحتوى
page-tongues = اللغات
page-menu = القائمة
page-more = مساعدة ومعلومات
page-home = الاستقبال
page-meetings = اللقاءات
page-help = من يستطيع المساعدة؟
page-easy = نسخة سهلة
page-privacy = بياناتك
page-accessibility = إتاحة الموقع للجميع
page-team = للفريق
page-to-front = العودة إلى البداية
page-sign-in = تسجيل الدخول
page-exit = مغادرة هذه الصفحة
page-exit-what = يحتفظ متصفحك بعنوان هذه الصفحة. امسحه إذا كان أحد ينظر في هاتفك.
page-clips = بلغة الإشارة
page-captions = ترجمة مكتوبة
page-download = تنزيل
page-transcript = نص الفيديو
page-networks = أي شبكة؟
page-no-network = لا توجد شبكة مفتوحة هنا بعد.

## What is not there
page-missing = هذه الصفحة غير موجودة
page-missing-what = ربما تغيّر العنوان. ابدأ من صفحة الاستقبال.
page-later = هذا لا يعمل الآن
page-later-what = حاول مرة أخرى بعد دقيقة، أو اتصل بنا.
page-not-yours = هذه الصفحة ليست لهذا الحساب
page-not-yours-what = اختر دورًا آخر، أو اسأل فريق التنسيق.
page-signed-out = سجّل الدخول أولًا
page-signed-out-what = هذه الصفحة لفريق الاستقبال.
page-no-app = التطبيق غير موجود
page-no-app-what = جُهّز هذا الخادم من دون التطبيق. الصفحات العامة تعمل.
page-no-app-how = لمن يقوم بالتثبيت: يلزم Node 20 أو أحدث عند البناء.

## Home
page-home-lead = تعالَ كما أنت. الخدمة مجانية. لا حاجة إلى ذكر اسمك.
page-no-place = لا يوجد مكان استقبال الآن.
page-open-until = مفتوح الآن، حتى { $time }
page-closed-now = مغلق الآن
page-next-opening = موعد الفتح القادم: { $day }، { $times }
page-no-opening = لا يوجد موعد فتح محدد. اتصل بنا.
page-walk-in = بدون موعد.
page-appointment-only = بموعد فقط: اتصل أولًا.
page-walk-in-or-appointment = بموعد أو بدون موعد.
page-closed-on = مغلق: { $when }.
page-call = اتصل
page-route = عرض الطريق
page-where = أين
page-when = متى
page-languages = اللغات
page-week = كل أسبوع
page-closed = مغلق
page-language-how = { $language } ({ $how })

## Meetings
page-meeting = لقاء
page-meetings-lead = نلتقي ونقرر معًا. يمكنك أن تأتي دون إخبارنا.
page-meetings-none = لا يوجد لقاء معلن الآن.
page-meetings-ask = لا تظهر المواعيد هنا بعد. اسأل عنها في الاستقبال.
page-cancelled = أُلغي اللقاء.
page-welcome-from = الاستقبال ابتداءً من { $time }
page-interpreters = مترجمون: { $languages }
page-to-calendar = إضافة إلى تقويمي
page-all-to-calendar = كل اللقاءات في تقويمي

## Who can help
page-help-lead = اختر ما تحتاج إليه.
page-help-need = ماذا تحتاج؟
page-help-language = بأي لغة؟
page-any-language = كل اللغات
page-show = عرض
page-services = الخدمات
page-service = خدمة
page-help-none = لم نجد شيئًا. جرّب لغة أخرى أو تعالَ إلينا.
page-more-services = عرض التالي
page-from-the-start = العودة إلى أول القائمة
page-closed-for-now = مغلق مؤقتًا.
page-capacity-open = يوجد مكان.
page-capacity-few = بقيت أماكن قليلة.
page-capacity-full = لا يوجد مكان الآن.
page-capacity-waiting-list = قائمة انتظار.
page-received-walk-in = بدون موعد
page-received-appointment = بموعد
page-received-both = بموعد أو بدون موعد
page-received-not-said = الاستقبال: يُسأل عنه
page-hours = { $days }: { $times }
page-from = ابتداءً من { $time }
page-until = حتى { $time }
page-for-whom = لمن
page-bring = ما يجب إحضاره
page-if-you-have-it = (إن كان لديك)
page-age-from = ابتداءً من عمر { $from }
page-age-until = حتى عمر { $until }
page-age-between = من عمر { $from } إلى { $until }
page-offered-interpreter = مع مترجم
page-offered-native-staff = لغة أم في الفريق
page-offered-not-said = يُسأل عنه
page-offered-remote-interpreter = مترجم عن بعد
page-offered-staff = يتحدثها الفريق
page-offered-volunteer = مع متطوع
page-offered-written = كتابةً

## The nine needs
page-need-housing = السكن
page-need-health = الصحة
page-need-card = البطاقة الطبية
page-need-papers = الأوراق
page-need-money = المال
page-need-food = الطعام
page-need-family = العائلة
page-need-safety = الأمان
page-need-talk = الحديث

## A link to a volunteer
page-link-question = هل يمكنك المرافقة؟
page-link-for = لماذا
page-link-when = متى
page-link-language = اللغة
page-link-until = أجب قبل
page-link-yes = نعم، سآتي
page-link-no = لا، ليس هذه المرة
page-link-free = يمكنك أن تقول لا. لا بأس.
page-link-why = إذا كان الجواب لا، فلماذا؟
page-link-why-what = اختر سببًا ثم اضغط «لا». هذا يساعدنا على أن نسأل بشكل أفضل في المرة القادمة.
page-link-yes-said = شكرًا، لقد قلت نعم
page-link-yes-what = نسأل الآن الشخص المعني. ثم نخبرك بالمكان والساعة.
page-link-no-said = سجّلنا ذلك، شكرًا
page-link-no-what = لقد قلت لا. سنسأل شخصًا آخر.
page-link-over = لم يعد هذا الرابط صالحًا
page-link-over-what = إما أنه قديم أو أن الأمر قد حُلّ. لا شيء عليك فعله.
page-any-time = في أي وقت
page-no-because-no-time = ليس لدي وقت
page-no-because-too-far = المكان بعيد
page-no-because-not-at-ease = لا أشعر بالارتياح
page-no-because-acquainted-privately = ربما أعرف الشخص
page-no-because-need-changed = تغيّر الطلب
page-no-because-other = سبب آخر

## The plain form of a visit
page-visit = زيارة جديدة
page-visit-lead = لا حاجة إلى اسم. الزيارة مجهولة الهوية.
page-visit-recorded = تم حفظ الزيارة.
page-visit-none-open = لا توجد مداومة مفتوحة. افتح واحدة في التطبيق.
page-visit-no-session = اختر المداومة.
page-visit-session = أي مداومة؟
page-session = { $place }، { $day }، { $time }
page-visit-needs = ماذا يحتاج الشخص؟
page-visit-others = حاجات أخرى
page-visit-answers = ماذا فعلنا؟
page-visit-language = بأي لغة؟
page-visit-met = كيف؟
page-visit-save = حفظ
page-answer-informed = تقديم معلومات
page-answer-oriented = توجيه إلى خدمة
page-answer-network = مرافقة من الشبكة
page-answer-listened = استماع
page-answer-document-helped = مساعدة في وثيقة
page-met-direct = مع شخص من المكان
page-met-interpreter = مع مترجم
page-met-volunteer = مع متطوع
page-met-written = كتابةً
page-met-not-met = لا لغة مشتركة

## Days and times
page-date = { $weekday } { $day } { $month }
page-time = { $hour }:{ $minute }
page-from-to = ‏{ $from } – { $until }
page-day-time = { $day }، { $time }
page-day-part = { $day }، { $part }
page-today = اليوم
page-tomorrow = غدًا
page-part-morning = صباحًا
page-part-afternoon = بعد الظهر
page-part-evening = مساءً
page-day-monday = الاثنين
page-day-tuesday = الثلاثاء
page-day-wednesday = الأربعاء
page-day-thursday = الخميس
page-day-friday = الجمعة
page-day-saturday = السبت
page-day-sunday = الأحد
page-month-1 = يناير
page-month-2 = فبراير
page-month-3 = مارس
page-month-4 = أبريل
page-month-5 = مايو
page-month-6 = يونيو
page-month-7 = يوليو
page-month-8 = أغسطس
page-month-9 = سبتمبر
page-month-10 = أكتوبر
page-month-11 = نوفمبر
page-month-12 = ديسمبر

## Languages
page-language-und = لم يُذكر
page-language-fra = الفرنسية
page-language-nld = الهولندية
page-language-ara = العربية
page-language-eng = الإنجليزية
page-language-deu = الألمانية
page-language-spa = الإسبانية
page-language-por = البرتغالية
page-language-ita = الإيطالية
page-language-ron = الرومانية
page-language-bul = البلغارية
page-language-tur = التركية
page-language-rus = الروسية
page-language-ukr = الأوكرانية
page-language-pol = البولندية
page-language-sqi = الألبانية
page-language-fas = الفارسية
page-language-prs = الدرية
page-language-pus = البشتوية
page-language-kur = الكردية
page-language-tir = التغرينية
page-language-amh = الأمهرية
page-language-som = الصومالية
page-language-ful = الفولانية
page-language-lin = اللينغالا
page-language-swa = السواحيلية
page-language-rif = الريفية
page-language-hat = الكريولية الهايتية
page-language-fil = الفلبينية
page-language-urd = الأردية
page-language-zho = الصينية
page-language-sfb = لغة الإشارة (LSFB)
page-language-vgt = لغة الإشارة (VGT)
page-language-fcs = لغة الإشارة (LSQ)
page-language-ase = لغة الإشارة (ASL)

## Easy to read
page-easy-lead = هكذا تسير الأمور عندنا.
page-easy-come = تأتي إلينا
page-easy-come-1 = يمكنك أن تأتي بدون موعد.
page-easy-come-2 = يمكنك أن تأتي مع شخص آخر.
page-easy-talk = تتحدث
page-easy-talk-1 = يستمع إليك شخص.
page-easy-talk-2 = تقول ما تريد. لست ملزمًا بذكر اسمك.
page-easy-language = بلغتك
page-easy-language-1 = نبحث عن شخص يتكلم لغتك أو يستعمل لغة الإشارة. هذا مجاني.
page-easy-next = بعد ذلك
page-easy-next-1 = نبحث معك عن حل.
page-easy-next-2 = يمكننا توجيهك إلى خدمة. يمكن لشخص أن يرافقك.
page-easy-free = القرار لك
page-easy-free-1 = يمكنك أن تقول لا. يمكنك تغيير رأيك.
page-easy-free-2 = كل شيء مجاني.

## Your data
page-privacy-lead = ما نحتفظ به، وما لا نحتفظ به، وما يمكنك طلبه.
page-privacy-come = عندما تأتي
page-privacy-come-1 = يمكنك أن تبقى مجهول الهوية. لا أحد يطلب أوراقك.
page-privacy-come-2 = نسجّل اليوم واللغة والحاجة. هذا للعدّ ولنساعد بشكل أفضل.
page-privacy-come-3 = لا نسجّل أبدًا الجنسية أو الإقامة أو الدين.
page-privacy-keep = إذا ذكرت اسمك
page-privacy-keep-1 = اسمك ورقمك والملاحظات محفوظة بشكل مشفّر.
page-privacy-keep-2 = لا يقرؤها إلا من يساعدك. وتُسجَّل كل قراءة لاسمك.
page-privacy-keep-3 = نحتفظ بها فقط طالما كان ذلك ضروريًا.
page-privacy-share = عندما نتحدث إلى خدمة
page-privacy-share-1 = نطلب موافقتك أولًا. يمكنك أن توافق بالكلام أو الكتابة أو الإشارة.
page-privacy-share-2 = يمكنك سحب موافقتك في أي وقت.
page-privacy-rights = حقوقك
page-privacy-rights-1 = يمكنك أن تسأل عما سجّلناه ومن قرأه.
page-privacy-rights-2 = يمكنك طلب تصحيح بياناتك أو محوها.
page-privacy-rights-3 = اطلب ذلك في الاستقبال. هذا مجاني ولا حاجة إلى ذكر السبب.
page-privacy-site = في هذا الموقع
page-privacy-site-1 = لا تستعمل هذه الصفحات ملفات تعريف ولا إعلانات ولا قياسًا للزيارات.
page-privacy-site-2 = يُستعمل ملف تعريف واحد فقط عندما يسجّل الفريق الدخول.

## Accessibility
page-access-lead = تتبع هذه الصفحات في معظمها قواعد WCAG 2.2، المستوى AA.
page-access-done = ما تم
page-access-done-1 = كل شيء يعمل بدون فأرة وبدون برمجة وعلى هاتف قديم.
page-access-done-2 = يمكن تكبير النص. يوجد عرض فاتح وعرض داكن.
page-access-done-3 = الصفحات متاحة بالفرنسية والهولندية والعربية والإنجليزية.
page-access-limits = ما ينقص بعد
page-access-limits-1 = أُجريت فحوص آلية. لم يجرّبها بعد أشخاص مكفوفون أو صم.
page-access-limits-2 = تعتمد فيديوهات لغة الإشارة على كل شبكة. بعض نصوص الخدمات غير متوفرة بكل اللغات.
page-access-tell = هل هناك مشكلة؟
page-access-tell-1 = أخبرنا في الاستقبال أو بالهاتف أو كتابةً. نجيب ونصلح.
page-access-tell-2 = يمكنك أيضًا الحصول على المعلومات بطريقة أخرى: شفويًا أو على ورق أو بالإشارة.
