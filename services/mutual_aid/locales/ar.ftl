# الميثاق.
charter-not-found = ليس للشبكة ميثاق بعد. اكتبوا نسخته الأولى.
charter-text-missing = لا يوجد نص. اكتبوه بلغة واحدة على الأقل.
charter-not-drafted = النسخة { $version } ليست مسودة تنتظر الاعتماد. اقرؤوا الميثاق من جديد واختاروا المسودة.
charter-not-adopted = النسخة { $version } لم تُعتمد. يجب أن يعتمدها لقاء أولاً.
charter-already-in-force = للنسخة { $version } تواريخها. اكتبوا نسخة جديدة لتغيير أي شيء.
charter-grace-before-start = تنتهي مهلة القبول قبل بدء العمل بالنسخة. اختاروا نهاية أبعد.
charter-starts-too-early = النسخة السابقة سارية منذ { $from }. اختاروا هذا اليوم أو يوماً بعده.
charter-too-many-amendments = لهذه النسخة { $most } اقتراحاً، وهو الحد الأقصى. اكتبوا نسخة جديدة بما اتُّفق عليه.

# الأعضاء.
member-not-found = هذا العضو غير موجود. ابحثوا عنه في القائمة، أو ليلتحق بالشبكة أولاً.
member-already-joined = هذا العضو التحق بالشبكة من قبل. افتحوا صفحته.
member-has-left = هذا العضو غادر الشبكة. يمكنه الالتحاق من جديد إن شاء.
member-still-paired = { $places ->
    [one] لهذا العضو ثنائي مرافقة قائم. أنهوه أو سلّموه لغيره أولاً.
   *[other] لهذا العضو ثنائيات مرافقة قائمة، عددها { $places }. أنهوها أو سلّموها لغيره أولاً.
}
not-a-volunteer = هذا العضو لم يعرض التطوع. اسألوه أولاً؛ يمكنه ذلك من صفحته.
same-alias = المتطوع والشخص هما الإنسان نفسه. اختاروا متطوعاً آخر.
charter-not-current = { $accepted ->
    [0] هذا المتطوع لم يقبل الميثاق. عليه أن يقبل النسخة { $inForce } أولاً.
   *[other] هذا المتطوع قبل النسخة { $accepted } من الميثاق، والسارية الآن هي النسخة { $inForce }. عليه أن يقبلها أولاً.
}
charter-version-not-acceptable = { $inForce ->
    [0] لا توجد نسخة سارية من الميثاق بعد. انتظروا سريان نسخة.
   *[other] لا يمكن قبول النسخة { $version } من الميثاق الآن. اقبلوا النسخة { $inForce }.
}
newer-charter-accepted = النسخة الأحدث { $accepted } مقبولة من قبل. لا يلزم شيء آخر.
charter-grace-not-over = النسخة المقبولة سابقاً صالحة حتى { $until }. انتظروا ذلك التاريخ.
quota-reached = { $quota ->
    [0] هذا المتطوع لا يرافق أحداً حالياً. اختاروا غيره، أو اسألوه إن كان يستطيع.
   *[other] بلغ هذا المتطوع عدد المرافقات التي يقبلها ({ $quota }). اختاروا غيره، أو اسألوه إن كان يقبل أكثر.
}
quota-too-high = لا أحد يقبل أكثر من { $most } مرافقات معاً. اختاروا عدداً أصغر.
too-many-topics = { $most } موضوعاً على الأكثر. اسحبوا موضوعاً قبل مشاركة غيره.
too-many-languages = { $most } لغة على الأكثر. احتفظوا باللغات المستعملة.
too-many-aliases = { $most } أسماء مستعارة على الأكثر للعضو الواحد. اطلبوا من التنسيق جمعها.

# ثنائيات المرافقة.
pairing-state-word = { $state ->
    [requested] قيد البحث عن متطوع
    [proposed] مقترح
    [halfAccepted] مقبول من طرف واحد
    [active] نشط
    [paused] متوقف مؤقتاً
    [suspended] معلق
    [ended] منتهٍ
    [completed] مغلق
    [unmatched] بلا متطوع
    [withdrawn] مسحوب
   *[other] { $state }
}
pairing-not-found = ثنائي المرافقة هذا غير موجود. ابحثوا عنه في القائمة، أو اطلبوا مرافقة.
accompaniment-already-requested = هذه المرافقة مطلوبة من قبل. افتحوا ثنائي المرافقة.
pairing-not-looking = لا يُبحث هنا عن متطوع: حالة الثنائي «{ pairing-state-word }». اطلبوا متطوعاً آخر في ثنائي جديد.
pairing-not-proposed = لا يوجد اقتراح للرد عليه: حالة الثنائي «{ pairing-state-word }». اقرؤوه من جديد.
excluded-after-decline = رُفض هذا المتطوع، أو لا يجوز اقتراحه على هذا الشخص من جديد. اختاروا غيره.
too-many-proposals = اقتُرح { $most } متطوع، وهو الحد الأقصى. سجّلوا أنه لم يوجد أحد وأطلقوا نداءً.
another-volunteer = هذا الثنائي ليس مع ذلك المتطوع. اقرؤوه من جديد ثم قرروا.
proposal-deadline-passed = كان الاقتراح ينتظر جواباً حتى { $deadline }. اقترحوا المتطوع من جديد.
proposal-still-open = ينتظر الاقتراح جواباً حتى { $deadline }. انتظروا ذلك التاريخ.
decline-reason-needed = اختاروا سبباً، ليكون الاقتراح التالي أنسب.
pairing-not-active = يمكن ذلك والثنائي نشط؛ حالته الآن «{ pairing-state-word }». إن كان متوقفاً مؤقتاً فاستأنفوه أولاً.
pairing-not-running = هذا الثنائي غير جارٍ: حالته «{ pairing-state-word }». لا شيء يُوقف أو يُنهى.
pairing-not-paused = هذا الثنائي ليس متوقفاً مؤقتاً: حالته «{ pairing-state-word }». إن كان معلقاً فللتنسيق أن يعيده.
contact-before-start = بدأ الثنائي في { $since }. صححوا تاريخ التواصل.
contact-in-the-future = هذا التواصل لم يحدث بعد. صححوا تاريخه.
contact-too-long = يدوم التواصل { $most } دقيقة على الأكثر. صححوا المدة، أو سجّلوا أكثر من تواصل.
contact-not-found = لا يوجد سطر { $contact } يمكن تصحيحه: آخر 200 سطر فقط. تحققوا من الرقم.
inactivity-not-reached = تواصلهما الأخير قريب بما يكفي. لا شيء يُنبَّه إليه.
pause-in-the-past = ستنتهي الاستراحة قبل أن تبدأ. اختاروا تاريخاً أبعد.
pause-too-long = تدوم الاستراحة { $days } يوماً على الأكثر. اختاروا تاريخاً أقرب، أو أنهوا الثنائي واطلبوا من جديد لاحقاً.
pairing-needs-coordinator = هذا من شأن التنسيق وحده. أخبروه بما حدث.
pairing-not-ended = يمكن ذلك بعد انتهاء الثنائي؛ حالته الآن «{ pairing-state-word }». أنهوه أولاً، أو اتركوه كما هو إن كان مغلقاً.
pairing-feedback-already-given = أبدى هذا الطرف رأيه من قبل. توجهوا إلى التنسيق لإضافة شيء.
pairing-outcome-needed = اذكروا نتيجة المرافقة.
pairing-goal-was-reached = انتهى الثنائي لأن الهدف تحقق، فالنتيجة إيجابية. لا تذكروا نتيجة أخرى.
no-rematch-from-here = يمكن طلب متطوع آخر بعد انتهاء الثنائي؛ حالته الآن «{ pairing-state-word }». أنهوه أولاً.
rematch-already-requested = طُلب متطوع آخر من قبل. افتحوا الثنائي التالي.

# نداء المتطوعين.
recruitment-language = { $language ->
    [ara] العربية
    [deu] الألمانية
    [eng] الإنجليزية
    [fra] الفرنسية
    [nld] الهولندية
    [sfb] لغة الإشارة البلجيكية الفرنكوفونية (LSFB)
    [spa] الإسبانية
    [tur] التركية
    [vgt] لغة الإشارة الفلمنكية (VGT)
   *[other] { $language }
}
recruitment-day = { $day ->
    [monday] الاثنين
    [tuesday] الثلاثاء
    [wednesday] الأربعاء
    [thursday] الخميس
    [friday] الجمعة
    [saturday] السبت
   *[sunday] الأحد
}
recruitment-part = { $part ->
    [morning] صباحاً
    [afternoon] بعد الظهر
   *[evening] مساءً
}
recruitment-half-day = { recruitment-day } { recruitment-part }
recruitment-call = نبحث عن شخص يرافق شخصاً آخر. اللغة: { $language }. الأوقات: { $times }.
recruitment-call-at-any-time = نبحث عن شخص يرافق شخصاً آخر. اللغة: { $language }.
