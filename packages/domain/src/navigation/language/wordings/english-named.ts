import type { Sentences } from '../wording.ts'

const needed =
  '(is|are|do i|will i|should i|does it|does <here>|will <here>|will it|am i going to|would i|must i|have i to|do i have to|is it going to|does <run>|will <run>|does one|can i expect to) [be|going to be|have to|need to] (need|needed|required|take|takes|use|used|have|call for|called for|going in|go in|go into|going into|going to need|have ready|get out|cut|left to use|require|want|lay out|put out|plan for|consume|get through|go through)'

/** What is asked, set or judged of a thing that is named. */
export const englishNamed = {
  need: [
    'where (is|are) {resource_name}',
    `how (much|many) [more|of|metres of|meters of|grams of|millilitres of|pieces of|bits of] {resource_name} ${needed} <at> [in all|in total|altogether|overall|left|for <run>]`,
    'how (much|many) [of] {resource_name} <at>',
    'how (much|many) [of] {resource_name} (goes|go|does it take|is it|in total|in all|altogether|per piece|for <run>|to use|to cut|to have ready) [into|in] [<here>|<run>]',
    `what (amount|quantity|length|number|volume|weight) of {resource_name} [${needed}] <at>`,
    `what (amount|quantity|length|number) {resource_name} ${needed} <at>`,
    '[<show>] (amount|quantity|required amount|amount needed|quantity needed) [of|for] {resource_name} [needed|required|i need|to use] <at>',
    '{resource_name} (how much|how many|quantity|amount) [do i need|needed|is needed|are needed|required] <at>',
    '(do|will|should|would|must) i (need|use|require|have to have|have to use) [any|some] {resource_name} [at all|too] <at>',
    '(is|are) [any] {resource_name} (needed|required|necessary|used|called for) <at>',
    '(do|will|would) i (be needing|be using) [any] {resource_name} <at>',
    'does <here> (need|use|require|call for|take) [any] {resource_name}',
    'how (much|many) {resource_name} (does|do|will|is|are) <run> (need|take|use|require|needed)',
    'i need how (much|many) {resource_name} <at>',
    'how (much|many) (do|will|should) i need of {resource_name} <at>',
    '(is|are) (there|i) [going to] (need|be) any {resource_name} (needed|required) <at>',
    'where do i need {resource_name}',
    'what do i need {resource_name} for',
    'when do i need {resource_name}',
  ],
  need_step: [
    'how (much|many) [of] {resource_name} (do i need|is needed|are needed|will i need|do i use|is required|should i use|goes|go) (for|in|on|at|to|into|during) [do|doing] <step>',
    'how (much|many) [of] {resource_name} (does|do|will) <step> (need|take|use|require|call for)',
    'how (much|many) [of] {resource_name} (for|in|on|at|to|into) [do|doing] <step>',
    'do i need [any] {resource_name} (for|in|on|at|to) [do|doing] <step>',
    'does <step> (need|use|require|take) [any] {resource_name}',
  ],
  complete_step_pass: [
    '<step> [is|was|looks|look|looking|seems|went|came out|turned out] [all|really|very] (good|fine|okay|ok|well|great|perfect|successful|in order|as it should be)',
    '(everything|all) [is|was|looks|went] (good|fine|okay|ok|well|great|perfect|in order) (in|with|at|on) <step>',
    '<step> [has|is|was|have|are|were] [all] (passed|pass|passes|cleared) [<check>|fine|okay|too|with flying colours]',
    '<step> (came|comes|come) (out okay|through fine|through)',
    '<step> [is|was|are|looks|look|seems] (up to scratch|up to standard|up to spec|satisfactory|approved|within tolerance|flawless|okayed|pass|positive|acceptable)',
    '(mark|set|log|record|call|count) <step> [down] [as] (passed|pass|approved|okay)',
    '(pass|passed|approve|approved|i passed|i have passed|i pass) <step>',
  ],
  fail_step_verdict: [
    '<step> (was|is|looks|went|came out|turned out) not [all|really|very] (good|fine|okay|ok|well|great|in order)',
    '<step> (went|came out|turned out|is|looks) (badly|bad|wrong)',
    '<step> (did|does|has|have|is|was|will|do) not (pass|passed|make grade|meet standard|meet spec|hold up|pass muster|cut it)',
    '<step> not passed',
    '<step> [is|was|are] not (good enough|up to scratch|up to standard|up to spec|acceptable|satisfactory|good|okay|fine|approved|within tolerance)',
    '<step> [is|was] (rejected|reject|negative|unsatisfactory|substandard)',
    '(mark|set|log|record|call) <step> [down] [as] (not passed|rejected|reject)',
    '(reject|rejected) <step>',
  ],
  start_timer_both: [
    '<starts> [new|another] {timer_name} <timer> [for|of|to|at|with|on] {duration}',
    '<starts> [new|another] {duration} {timer_name} <timer>',
    '<starts> [new|another] {duration} <timer> for {timer_name}',
    '<starts> [new|another] <timer> [of|for] {duration} (for|on|called|named) {timer_name}',
    '<starts> [new|another] <timer> (for|on) {timer_name} (for|of|to|at|with) {duration}',
    '<starts> [new|another] {timer_name} (for|to|at) {duration}',
    '{timer_name} <timer> [for|of|to|at] {duration}',
    '{duration} {timer_name} <timer>',
    '{duration} <timer> for {timer_name}',
    '<timer> for {timer_name} {duration}',
    '(start|begin|run|put on|set) {duration} (for|on) {timer_name}',
    'time {timer_name} for {duration}',
  ],
  cancel_reason: [
    '(cancel|abort|abandon|scrap|terminate|ditch|bin|drop|quit|stop|end|call off|give up [on]|i give up [on]) [<run>] (because|since|cause|as|due to|on account of|seeing as|given that|reason) [of] {text}',
  ],
} as const satisfies Partial<Sentences>
