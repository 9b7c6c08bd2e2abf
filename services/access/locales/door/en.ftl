role-not-chosen = Choose the role you act in. A role that was withdrawn or has ended cannot be chosen any more; ask the coordination.
role-needs-second-factor = This role decides for others: add a second factor or a passkey to your account first.
request-header-missing = This request comes without the header x-entraide. Load the page again and try once more.
token-may-not = A program does not do this. Sign in yourself, or issue a token that may write.
