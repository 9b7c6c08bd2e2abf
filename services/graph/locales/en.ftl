# What can happen to any command.
occurred-in-the-future = The device's clock runs ahead. Set it right, then try again.
stale-version = Somebody has changed this in the meantime (version { $actual }). Read it again, then decide.
command-id-reused = This carries the number of another sending. Open the form again and retry.
too-large = This is too long to be recorded. Shorten the text or send it in parts.
overloaded = Very busy right now. Nothing is lost: send it again in a moment.
unavailable = It cannot be recorded for the moment. Nothing is lost: send it again in a moment.
