/** What is told beside a command and means none. */
const stuff = '(glue|cement|leather|dye|paint|varnish|thread|stitching|wax|oil|wood|wire|metal|clay|dough|tea|coffee)'
/** "The next piece is dry" is no "next": what there are several of is said with an article. */
const thing = `(${stuff}|(the|my|our|all|both|all the|both the|these|those) (${stuff}|finish|edge|edges|seam|seams|stitch|stitches|hole|holes|piece|pieces|pocket|pockets|wallet|work|surface|coat|stuff|thing|lot|board|boards|parts|kettle))`
const state =
  '(dry|set|cured|hard|cold|warm|wet|tacky|smooth|tight|flat|clean|in place|fine|good|great|lovely|perfect|nice|okay|straight|even|sorted|dry enough|all dry|done drying|looking good|looking great|looking nice|coming along nicely|nice and dry|bone dry|nice and tidy|cooled down|cooled off|soft)'
const caller =
  '(someone|somebody|mum|mom|dad|(the|my|our|a) (phone|doorbell|postman|post|neighbour|neighbor|wife|husband|boss|kid|kids|dog|cat|customer|delivery|mum|mom|dad))'

export const englishAsides: readonly string[] = [
  '[because|since|as] (it|that|this|which) (is|goes|looks|will be) [much|far|a lot] (quicker|faster|easier|better|nicer|stronger|simpler|tougher|cheaper) [that way]',
  '(the|in the|this the|doing it the) (old|proper|usual|classic|traditional|hard|easy|same) way',
  'same as (always|usual|ever|before|last time)',
  `[now [that]] ${thing} (is|are|has|have|looks|look|feels|feel|seems|got) [all|now|finally|nearly] ${state} [now|already|at last|by now|to me|enough]`,
  `${thing} (dry|set|cured|cold|cooled down) now`,
  `${caller} (is|are) (at|on) (door|phone|line)`,
  `(there is|is|got) ${caller} (at|on) (door|phone|line)`,
  `${caller} (is|are) (ringing|calling|here|knocking|home|waiting|crying|barking)`,
  `${caller} (rang|called|came)`,
  '(is|there is) knock [at|on] [door]',
  'i am (yours|all yours|here) now',
  'hands (are|is) (full|dirty|sticky|covered in glue|wet|covered)',
  '(lass|lads|ladies|girls|boys)',
  '(like|same as|as) (last time|always|usual|ever|[we|i] (always|usually) do)',
  'my hands (are|is) (full|dirty|sticky|wet)',
  'let [me] (see|think) [now]',
  '[i] [just] got (distracted|sidetracked|interrupted) by (the|my) (phone|kids|dog|cat|door|doorbell|neighbour|boss|wife|husband)',
  '(silly|daft|clumsy|lucky|poor|stupid) (me|old me|thing|of me)',
  'my (apologies|word|goodness|god)',
  '(oh|good|for) (dear|grief|lord|god|gosh|goodness|goodness sake|heavens|heavens sake|crying out loud|gods sake|petes sake|my)',
  'well done [everyone|everybody|you|mate|lads|team|love]',
  '(no|not) (rush|worries|worry|hurry|bother|biggie|stress)',
  'take (your time|it easy)',
  '(hello|hi|hey) (dear|love|darling|friend|my friend)',
  'if you (would|will) be so (good|kind)',
  '(okay|ok|right|alright|hey|listen|now|so|good) (class|everyone|everybody|team|children|kids|all|gang|people|you lot|lads|ladies)',
  '(i|we) have (it|that|this|one|them|those|these) already',
  '[i|we] [just] (pressed|tapped|picked|chose|hit|clicked) the wrong (thing|key|step)',
  '[i|we] (went|have gone) [bit|a bit|one] too far',
  '[i|we] (missed|forgot|overlooked) (something|a bit|a step|a hole|one)',
  '(it|that) is [all|now|finally|still|not] (dry|set|cured|hard|tacky|wet|sticky) [now|already|yet|enough]',
  '(it|that) is not [quite] ready [yet]',
  '(glue|cement|dye|wax|first coat|second coat|paint|oil) is (on|in)',
  '(in|from) (the|my|this|that) (tin|bottle|jar|pot|tub|box|drawer|cupboard)',
  '(same as|like|as|how) i have [always] done [it|this|that] [all my life|for [(ten|twenty|thirty|forty|fifty)] (years|year|ages|decades)]',
  '[the|my] (kids|children|class|customers|people) (love|loves|like|likes) (it|that|them)',
  '(or what|aight bet|what is the story|(glues|cements|dyes) (in|dry|set|had long enough))',
  '[just] [the] (headlines|basics|main points|short version|no details|nothing fancy)',
  'i (have|am having) (one|a|small) (doubt|question)',
  '(tara|ta ra|bye|goodbye|cheerio|see you) [a bit|for now|later|soon]',
  '[it|that|this|which] [just] took [me|us] (ages|a while|forever|hours|long|long enough|so long|a long time|half the day|all morning|longer than i thought)',
  'if (you|that) (do not mind|would|can|could|please|like|is okay|is alright|is fine|is all right|makes sense|is possible|will|get chance)',
  '(you know|you see|you know what|mind you|to be honest|honestly|if i am honest|truth be told|tell you what|i tell you what|i must say|i have to say|i suppose|i reckon|i dare say|i figure|i would say|come to think of it|as it happens|as i said|like i said|as always|as usual|for what it is worth|not going to lie|to be fair|anyhow|anyways|at any rate|in any case|for starters|first of all|first off|first things first|last but not least|before i forget|while i remember|one more thing|one last thing|quick question|question|silly question|stupid question|dumb question|just wondering|just out of interest|out of interest|out of curiosity|just curious|just checking|just asking|just so i know|just in case|just for fun|same again|sounds good|good good|very good|very well|nice one|good stuff|good morning|good afternoon|good evening|morning|evening|afternoon|bless you|much obliged|much appreciated|appreciate it|appreciated|ta very much|thanks in advance|you legend|you star|you beauty|love|darling|sweetheart|my friend|my dear|old chap|old boy|sunshine|boss|chief|champ|sir|computer|assistant|robot|thingy|would you believe it|long day|what a day|what a mess|what a faff|phew that took a while|that took a while|took a while|took ages|that took ages|took forever|this is fun|nearly lunch|nearly lunchtime|i am tired|i am knackered|i am hungry|i am starving|i am thirsty|time flies|there we go|there you go|here we go|here goes|right you are|easy does it|easy peasy|piece of cake|off we go|away we go|at long last|at last|about time|about time too|thank god|thank goodness|thank heavens|got it|gotcha|roger|roger that|copy that|understood|makes sense|i see|i get it|i got it|ah right|oh right|fair dos|moving along|moving swiftly on|without further ado|lets see|let us see|let me see|let me think|look|look here|see here|hear me out|bear with me|i was thinking|i have been thinking|on second thought|on second thoughts|as far as i know|if i remember rightly|if i remember correctly|i got distracted|got distracted|my memory is terrible|my memory is shocking|what with one thing and another|being honest|long story short|to cut a long story short|in a nutshell|quick one|just a quick one|before we go on|before i go on|before i start|before we start|before i carry on|before i continue|while i wait|while i am waiting|while it dries|while that dries|while the glue dries|while the dye dries|in the meantime|meanwhile|for my own peace of mind|to be safe|to be on the safe side|just to be safe|just to be sure|to be sure|better safe than sorry)',
]
