package news.isnad.bot.outbox;

import java.util.concurrent.atomic.LongAdder;

/** What the dispatcher counts. Safe for concurrent use. */
final class Counts {
  final LongAdder sent = new LongAdder();
  final LongAdder tooFast = new LongAdder();
  final LongAdder unanswered = new LongAdder();
  final LongAdder cantParse = new LongAdder();
  final LongAdder tooLong = new LongAdder();
  final LongAdder refused = new LongAdder();
}
