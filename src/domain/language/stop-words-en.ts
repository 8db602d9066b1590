/** Written and spoken English. */
export const STOP_WORDS_EN: readonly string[] = `
i me my mine myself you your yours yourself yourselves he him his himself she her hers herself
it its itself we us our ours ourselves they them their theirs themselves one ones this that
these those who whom whose which what whatever whoever where when why how here there a an the
and or but nor so yet if because as until while although though unless since than whether both
either neither am is are was were be been being have has had having do does did doing done
will would shall should can could may might must ought gonna wanna gotta isn't aren't wasn't
weren't haven't hasn't hadn't don't doesn't didn't won't wouldn't shan't shouldn't can't
cannot couldn't mustn't i'm you're he's she's it's we're they're i've you've we've they've i'd
you'd he'd she'd we'd they'd i'll you'll he'll she'll we'll they'll let's that's who's what's
here's there's where's how's of at by for with about against between into through during
before after above below to from up down in out on off over under again further then once per
via within without upon onto toward towards across along around behind beside besides beyond
near no not only own same too very just also even still already ever never always often
sometimes usually really quite rather almost maybe perhaps actually basically literally
probably anyway however therefore else instead now all any each every few more most other
others another some such several many much enough less least none nothing something anything
everything someone anyone everyone somebody anybody everybody nobody yes yeah yep nope ok okay
well oh um uh er erm hmm mm mhm right like kind sort bit lot get gets got getting go goes
going went gone come comes came say says said saying think thinks thought know knows knew mean
means meant see sees make makes made
`
  .trim()
  .split(/\s+/);
