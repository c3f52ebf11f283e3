-- A store of an earlier version, as that version left it; invented articles. A line "--;" ends a statement.
CREATE TABLE alert (
  place        INTEGER PRIMARY KEY AUTOINCREMENT,
  id           TEXT   NOT NULL UNIQUE, -- on buttons
  subscription TEXT   NOT NULL,
  story        TEXT   NOT NULL,
  chat         BIGINT NOT NULL,
  thread       BIGINT,
  edition      BIGINT NOT NULL,        -- the one that is shown
  outlets      TEXT   NOT NULL,        -- JSON, in the order in which they came
  facts        TEXT   NOT NULL,        -- JSON: speakers, denials, counts that readers know of
  told         TEXT,                   -- key of the outbox row that tells of it first
  message      BIGINT,                 -- what that became in Telegram
  single       BIGINT NOT NULL,        -- 1 where that message is about this story alone
  muted        BIGINT NOT NULL,
  claimer      BIGINT,                 -- who is on it
  claimed      TEXT,                   -- and their name
  corrected    TEXT,                   -- CORRECTION, GONE or WITHDRAWAL
  updated      BIGINT,                 -- when something new was told last
  edit_due     BIGINT,                 -- the message is to be brought up to date then
  edited       BIGINT,
  edits        BIGINT NOT NULL,
  created      BIGINT NOT NULL,
  UNIQUE (subscription, story)
);
--;
CREATE TABLE alert_search (
  id    TEXT   PRIMARY KEY,        -- on buttons
  chat  BIGINT NOT NULL,
  words TEXT   NOT NULL,
  made  BIGINT NOT NULL
);
--;
CREATE TABLE answer_length (
  owner  BIGINT PRIMARY KEY,
  length TEXT   NOT NULL
);
--;
CREATE TABLE article (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT   NOT NULL,   -- the id that the world sees: given id, address, or sha256:...
  language    TEXT   NOT NULL,
  given       BIGINT NOT NULL,   -- 1 where the name was given with the article, else 0
  outlet      TEXT   NOT NULL,
  fingerprint TEXT   NOT NULL,   -- of the current edition's text
  current     BIGINT NOT NULL, withdrawn BIGINT,   -- sequence of the current edition
  UNIQUE (name, language)
);
--;
INSERT INTO "article" VALUES(1,'u-1','en',1,'The Bellhaven Courier','f4afd6bc0d9eadd371823ceb0871aa0f56419b3555c5dc54781aef22baa80db3',1,NULL);
--;
INSERT INTO "article" VALUES(2,'u-2','ar',1,'صحيفة الساحل','12da986038c2f66408e7c40cfcf5435b5ddfa4c729e97b1f9781b8e0b8a26645',2,NULL);
--;
CREATE TABLE article_decision (
  id       TEXT   PRIMARY KEY,     -- the short id that buttons carry
  article  TEXT   NOT NULL,
  language TEXT   NOT NULL,
  state    TEXT   NOT NULL,        -- OFFERED, HIDDEN, SHOWN, ASKED, KEPT, ORDERED, EMPTIED, ERASED, DONE
  lost     BIGINT NOT NULL,        -- messages that said something of it and that nobody finds any more
  changed  BIGINT NOT NULL
);
--;
CREATE TABLE article_key (
  kind    TEXT   NOT NULL,       -- guid, url
  value   TEXT   NOT NULL,
  article BIGINT NOT NULL REFERENCES article (id),
  PRIMARY KEY (kind, value, article)
);
--;
INSERT INTO "article_key" VALUES('url','//bellhaven.example/u-1',1);
--;
INSERT INTO "article_key" VALUES('url','//sahil.example/u-2',2);
--;
CREATE TABLE article_source (
  article BIGINT NOT NULL,
  source  BIGINT NOT NULL,
  PRIMARY KEY (article, source)
);
--;
INSERT INTO "article_source" VALUES(1,0);
--;
INSERT INTO "article_source" VALUES(2,0);
--;
CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  person   BIGINT NOT NULL,        -- who
  deed     TEXT   NOT NULL,        -- ADD_SOURCE, REMOVE_SOURCE, GRANT, REVOKE
  details  TEXT   NOT NULL,        -- what with: an address, or a person and a role
  done     BIGINT NOT NULL
);
--;
INSERT INTO "audit" VALUES(1,1,'GRANT','12345678 editor',1795923532454);
--;
INSERT INTO "audit" VALUES(2,1,'GRANT','12345679 operator',1795923532462);
--;
INSERT INTO "audit" VALUES(3,1,'REVOKE','12345679 operator',1795923532481);
--;
INSERT INTO "audit" VALUES(4,1,'TEACH_NAME','Ilsa Corvane = إلسا كورفين',1795923532495);
--;
CREATE TABLE awaited_search (
  chat    BIGINT NOT NULL,
  person  BIGINT NOT NULL,
  message BIGINT NOT NULL,
  PRIMARY KEY (chat, person)
);
--;
CREATE TABLE awaited_topic (
  chat     BIGINT NOT NULL,
  person   BIGINT NOT NULL,
  replaces TEXT,
  PRIMARY KEY (chat, person)
);
--;
CREATE TABLE channel (
  id       BIGINT PRIMARY KEY,     -- Telegram's
  title    TEXT   NOT NULL,        -- what it calls itself
  username TEXT,                   -- its public name, if it has one
  outlet   TEXT,                   -- whose articles its posts are; none: not followed
  button   TEXT   NOT NULL UNIQUE, -- the short id that buttons carry
  changed  BIGINT NOT NULL
);
--;
CREATE TABLE chat_schedule (
  chat  BIGINT PRIMARY KEY,
  usual TEXT   NOT NULL,               -- of subscriptions without a schedule of their own
  zone  TEXT,
  quiet TEXT,                          -- HH:MM-HH:MM
  silent BIGINT NOT NULL,
  most  BIGINT NOT NULL                -- alerts a day; 0 for any number
);
--;
CREATE TABLE chat_state (
  chat       BIGINT PRIMARY KEY,
  suspended  TEXT,                   -- why we cannot write there
  wait_until BIGINT,                 -- Telegram said "too fast"
  moved_to   BIGINT,                 -- the group has this number now
  changed    BIGINT NOT NULL
);
--;
CREATE TABLE cursor (
  name     TEXT   PRIMARY KEY,
  position BIGINT NOT NULL
);
--;
INSERT INTO "cursor" VALUES('statements',2);
--;
INSERT INTO "cursor" VALUES('stories',2);
--;
CREATE TABLE decision_report (
  decision TEXT   PRIMARY KEY,
  chat     BIGINT NOT NULL
);
--;
CREATE TABLE dialogue (
  chat    BIGINT NOT NULL,
  person  BIGINT NOT NULL,
  command TEXT   NOT NULL,
  asked   BIGINT NOT NULL,
  PRIMARY KEY (chat, person)
);
--;
CREATE TABLE edition (
  sequence    INTEGER PRIMARY KEY AUTOINCREMENT,
  article     BIGINT NOT NULL REFERENCES article (id),
  number      BIGINT NOT NULL,
  url         TEXT,
  outlet      TEXT   NOT NULL,
  title       TEXT   NOT NULL,
  published   BIGINT,
  ingested    BIGINT NOT NULL,
  moment      BIGINT NOT NULL,
  text        TEXT   NOT NULL, note TEXT, image TEXT,
  UNIQUE (article, number)
);
--;
INSERT INTO "edition" VALUES(1,1,1,'https://bellhaven.example/u-1','The Bellhaven Courier','Council delays the harbour levy',1773129600000,1795923507296,1773129600000,'Council delays the harbour levy
The harbour levy will not be raised before the autumn, Mayor Ilsa Corvane told reporters on Monday.
"We will not ask the fishermen to pay twice," Corvane said.
The levy pays for the dredging of the old basin.
Fishermen had threatened to block the pier.',NULL,NULL);
--;
INSERT INTO "edition" VALUES(2,2,1,'https://sahil.example/u-2','صحيفة الساحل','الوزير نديم الحارثي: الجسر الجديد يفتح في الربيع',1773216000000,1795923507308,1773216000000,'الوزير نديم الحارثي: الجسر الجديد يفتح في الربيع
قال وزير النقل نديم الحارثي إن الجسر الجديد سيفتح أمام السيارات في الربيع المقبل.
وأضاف الحارثي: «لن ندفع ثمن التأخير مرتين».
وتبلغ كلفة الجسر مئتي مليون دينار.',NULL,NULL);
--;
CREATE TABLE feedback (
  answer TEXT   NOT NULL,
  person BIGINT NOT NULL,
  good   BIGINT NOT NULL,          -- 1: helpful; 0: not
  given  BIGINT NOT NULL,
  PRIMARY KEY (answer, person)
);
--;
CREATE TABLE forgetting (
  id        TEXT   PRIMARY KEY,    -- on buttons
  person    BIGINT NOT NULL,       -- also the number of the private chat
  asked     BIGINT NOT NULL,
  confirmed BIGINT,                -- the update that confirmed it; none before
  done      BIGINT                 -- when it was confirmed
);
--;
CREATE TABLE forum_topic (
  chat   BIGINT NOT NULL,
  thread BIGINT NOT NULL,
  name   TEXT,                     -- as we were told last
  PRIMARY KEY (chat, thread)
);
--;
CREATE TABLE "history_article" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
--;
INSERT INTO "history_article" VALUES(1,'1','articles','SQL','V1__articles.sql',412171218,'','2026-11-29 03:38:22.576',19,1);
--;
INSERT INTO "history_article" VALUES(2,'2','sources','SQL','V2__sources.sql',2031067706,'','2026-11-29 03:38:22.591',0,1);
--;
INSERT INTO "history_article" VALUES(3,'3','cursors','SQL','V3__cursors.sql',-1749915688,'','2026-11-29 03:38:22.621',12,1);
--;
INSERT INTO "history_article" VALUES(4,'4','statements','SQL','V4__statements.sql',1861872522,'','2026-11-29 03:38:22.634',0,1);
--;
INSERT INTO "history_article" VALUES(5,'5','polling','SQL','V5__polling.sql',1597031923,'','2026-11-29 03:38:22.656',1,1);
--;
INSERT INTO "history_article" VALUES(6,'6','health','SQL','V6__health.sql',-1458844802,'','2026-11-29 03:38:22.667',6,1);
--;
INSERT INTO "history_article" VALUES(7,'7','standing','SQL','V7__standing.sql',-147055805,'','2026-11-29 03:38:22.681',0,1);
--;
INSERT INTO "history_article" VALUES(8,'8','image','SQL','V8__image.sql',1399447414,'','2026-11-29 10:54:08.402',42,1);
--;
INSERT INTO "history_article" VALUES(9,'9','source work','SQL','V9__source_work.sql',-1435092101,'','2026-11-29 10:54:08.487',31,1);
--;
INSERT INTO "history_article" VALUES(10,'10','source items','SQL','V10__source_items.sql',1400369883,'','2026-11-29 10:54:08.520',0,1);
--;
INSERT INTO "history_article" VALUES(11,'11','brought before','SQL','V11__brought_before.sql',925980411,'','2026-11-29 10:54:08.540',2,1);
--;
CREATE TABLE "history_bot" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
--;
INSERT INTO "history_bot" VALUES(1,'0','<< Flyway Baseline >>','BASELINE','<< Flyway Baseline >>',NULL,'','2026-11-29 03:38:22.840',0,1);
--;
INSERT INTO "history_bot" VALUES(2,'1','inbox outbox','SQL','V1__inbox_outbox.sql',-1121153076,'','2026-11-29 03:38:22.858',1,1);
--;
CREATE TABLE "history_bot_channel" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
--;
INSERT INTO "history_bot_channel" VALUES(1,'0','<< Flyway Baseline >>','BASELINE','<< Flyway Baseline >>',NULL,'','2026-11-29 10:54:09.382',0,1);
--;
INSERT INTO "history_bot_channel" VALUES(2,'1','channel','SQL','V1__channel.sql',469507468,'','2026-11-29 10:54:09.502',12,1);
--;
CREATE TABLE "history_bot_conversation" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
--;
INSERT INTO "history_bot_conversation" VALUES(1,'0','<< Flyway Baseline >>','BASELINE','<< Flyway Baseline >>',NULL,'','2026-11-29 03:38:22.892',0,1);
--;
INSERT INTO "history_bot_conversation" VALUES(2,'1','conversation','SQL','V1__conversation.sql',301647696,'','2026-11-29 03:38:22.904',2,1);
--;
INSERT INTO "history_bot_conversation" VALUES(3,'2','readings','SQL','V2__readings.sql',1359599931,'','2026-11-29 03:38:22.931',1,1);
--;
INSERT INTO "history_bot_conversation" VALUES(4,'3','places','SQL','V3__places.sql',-390020421,'','2026-11-29 03:38:22.936',1,1);
--;
INSERT INTO "history_bot_conversation" VALUES(5,'4','turn person','SQL','V4__turn_person.sql',209159278,'','2026-11-29 03:38:22.943',0,1);
--;
INSERT INTO "history_bot_conversation" VALUES(6,'5','answer length','SQL','V5__answer_length.sql',609525668,'','2026-11-29 03:38:22.952',0,1);
--;
CREATE TABLE "history_bot_operator" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
--;
INSERT INTO "history_bot_operator" VALUES(1,'0','<< Flyway Baseline >>','BASELINE','<< Flyway Baseline >>',NULL,'','2026-11-29 03:38:22.981',0,1);
--;
INSERT INTO "history_bot_operator" VALUES(2,'1','operator','SQL','V1__operator.sql',492811083,'','2026-11-29 03:38:22.987',0,1);
--;
INSERT INTO "history_bot_operator" VALUES(3,'2','roles','SQL','V2__roles.sql',-477267965,'','2026-11-29 03:38:22.990',0,1);
--;
INSERT INTO "history_bot_operator" VALUES(4,'3','names','SQL','V3__names.sql',589844310,'','2026-11-29 03:38:22.994',0,1);
--;
INSERT INTO "history_bot_operator" VALUES(5,'4','articles','SQL','V4__articles.sql',-40190066,'','2026-11-29 03:38:23.007',0,1);
--;
INSERT INTO "history_bot_operator" VALUES(6,'5','pins','SQL','V5__pins.sql',-1632444778,'','2026-11-29 03:38:23.014',0,1);
--;
INSERT INTO "history_bot_operator" VALUES(7,'6','sources','SQL','V6__sources.sql',1992966375,'','2026-11-29 10:54:08.915',64,1);
--;
INSERT INTO "history_bot_operator" VALUES(8,'7','source lists','SQL','V7__source_lists.sql',64497939,'','2026-11-29 10:54:09.015',1,1);
--;
CREATE TABLE "history_bot_reader" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
--;
INSERT INTO "history_bot_reader" VALUES(1,'0','<< Flyway Baseline >>','BASELINE','<< Flyway Baseline >>',NULL,'','2026-11-29 03:38:23.179',0,1);
--;
INSERT INTO "history_bot_reader" VALUES(2,'1','forgetting','SQL','V1__forgetting.sql',1932106682,'','2026-11-29 03:38:23.187',0,1);
--;
CREATE TABLE "history_bot_subscription" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
--;
INSERT INTO "history_bot_subscription" VALUES(1,'0','<< Flyway Baseline >>','BASELINE','<< Flyway Baseline >>',NULL,'','2026-11-29 03:38:23.055',0,1);
--;
INSERT INTO "history_bot_subscription" VALUES(2,'1','subscriptions','SQL','V1__subscriptions.sql',-1729827587,'','2026-11-29 03:38:23.067',0,1);
--;
INSERT INTO "history_bot_subscription" VALUES(3,'2','topics','SQL','V2__topics.sql',41592201,'','2026-11-29 03:38:23.087',1,1);
--;
INSERT INTO "history_bot_subscription" VALUES(4,'3','alerts','SQL','V3__alerts.sql',222830701,'','2026-11-29 03:38:23.115',5,1);
--;
INSERT INTO "history_bot_subscription" VALUES(5,'4','rehearsals','SQL','V4__rehearsals.sql',-691988210,'','2026-11-29 03:38:23.138',0,1);
--;
INSERT INTO "history_bot_subscription" VALUES(6,'5','version','SQL','V5__version.sql',-1594669453,'','2026-11-29 03:38:23.144',0,1);
--;
INSERT INTO "history_bot_subscription" VALUES(7,'6','forum topics','SQL','V6__forum_topics.sql',202328761,'','2026-11-29 03:38:23.160',0,1);
--;
INSERT INTO "history_bot_subscription" VALUES(8,'7','waiting','SQL','V7__waiting.sql',-1289398398,'','2026-11-29 10:54:09.298',9,1);
--;
CREATE TABLE "history_story" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
--;
INSERT INTO "history_story" VALUES(1,'0','<< Flyway Baseline >>','BASELINE','<< Flyway Baseline >>',NULL,'','2026-11-29 03:38:22.737',0,1);
--;
INSERT INTO "history_story" VALUES(2,'1','stories','SQL','V1__stories.sql',1868180153,'','2026-11-29 03:38:22.787',0,1);
--;
CREATE TABLE inbox (
  sequence  INTEGER PRIMARY KEY AUTOINCREMENT,
  update_id BIGINT NOT NULL UNIQUE,
  lane      BIGINT NOT NULL,     -- updates of a lane are handled one after the other
  content   TEXT   NOT NULL,     -- the update as it came; emptied when it is done
  state     TEXT   NOT NULL,     -- WAITING, DONE, ASIDE (its handling failed), POISON (unreadable)
  attempts  BIGINT NOT NULL,
  problem   TEXT,
  received  BIGINT NOT NULL
);
--;
INSERT INTO "inbox" VALUES(1,500,2,'{"update_id":500,"message":{"message_id":9,"date":1764300000,"chat":{"id":2,"type":"private"},"from":{"id":2,"is_bot":false,"first_name":"x","language_code":"en"},"text":"What did Ilsa Corvane say about the fishermen?"}}','WAITING',0,NULL,1764300000000);
--;
CREATE TABLE last_reading (
  chat    BIGINT NOT NULL,
  person  BIGINT NOT NULL,
  reading TEXT   NOT NULL,
  read_at BIGINT NOT NULL,
  PRIMARY KEY (chat, person)
);
--;
INSERT INTO "last_reading" VALUES(1,1,'{"question":"What did Ilsa Corvane say about the fishermen?","language":"en","kind":"SAID_BY","speaker":{"name":"Ilsa Corvane"},"outletAsked":false,"silenceAnswers":true,"speakerRequired":true,"periodWords":[],"topic":["fishermen"],"answeredFrom":[1]}',1795923530195);
--;
CREATE TABLE last_said (
  chat     BIGINT PRIMARY KEY,
  question BIGINT NOT NULL,        -- number of the message that asked
  name     TEXT   NOT NULL         -- key under which the answer was put into the outbox
);
--;
CREATE TABLE muted_outlet (
  chat   BIGINT NOT NULL,
  outlet TEXT   NOT NULL,
  PRIMARY KEY (chat, outlet)
);
--;
CREATE TABLE outbox (
  sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT   NOT NULL UNIQUE, -- the key: what is to be said, in every repetition the same
  chat       BIGINT,                 -- where; overrides what the call says. None for button answers
  urgency    TEXT   NOT NULL,
  kind       TEXT   NOT NULL,        -- MESSAGE, EDIT, OTHER: what pacing goes by
  content    TEXT   NOT NULL,        -- the call; emptied when it is done
  state      TEXT   NOT NULL,        -- WAITING, SENT, REFUSED (Telegram will not take it), EXPIRED
  attempts   BIGINT NOT NULL,
  due        BIGINT NOT NULL,        -- not before
  created    BIGINT NOT NULL,
  ended      BIGINT,
  message_id BIGINT,                 -- the message that came of it
  problem    TEXT
);
--;
INSERT INTO "outbox" VALUES(1,'notice/old',2,'ANSWER','MESSAGE','{"call":"send","chat":2,"html":"Written before the upgrade"}','WAITING',0,1764300000000,1764300000000,NULL,NULL,NULL);
--;
CREATE TABLE passed_on (
  id      TEXT   PRIMARY KEY,      -- on buttons
  chat    BIGINT NOT NULL,         -- the private chat, whose number is the person's
  address TEXT,                    -- of a link
  file    TEXT,                    -- what Telegram calls a file
  name    TEXT   NOT NULL,         -- of the file; may be empty
  outlet  TEXT,                    -- where it was forwarded from
  words   TEXT   NOT NULL,         -- what stands beside it; may be empty
  asked   BIGINT NOT NULL
);
--;
CREATE TABLE pin (
  id          TEXT   PRIMARY KEY,  -- the short id that buttons carry
  edition     BIGINT NOT NULL,
  starts      BIGINT NOT NULL,
  ends        BIGINT NOT NULL,
  attribution TEXT   NOT NULL,     -- JSON
  pinned      BIGINT NOT NULL,     -- 0: it was taken back
  changed     BIGINT NOT NULL
);
--;
CREATE TABLE pinned_question (
  pin      TEXT NOT NULL,
  compared TEXT NOT NULL,
  wording  TEXT NOT NULL,
  PRIMARY KEY (pin, compared)
);
--;
CREATE TABLE preference (
  owner    BIGINT PRIMARY KEY,
  language TEXT   NOT NULL
);
--;
CREATE TABLE refusal (
  chat   BIGINT NOT NULL,
  person BIGINT NOT NULL,
  told   BIGINT NOT NULL,
  PRIMARY KEY (chat, person)
);
--;
CREATE TABLE rehearsed_topic (
  id       TEXT   PRIMARY KEY,     -- on buttons
  chat     BIGINT NOT NULL,
  thread   BIGINT,
  person   BIGINT NOT NULL,
  words    TEXT   NOT NULL,
  replaces TEXT,                   -- the subscription whose words they will be
  made     BIGINT NOT NULL
);
--;
CREATE TABLE removal (
  id      TEXT   PRIMARY KEY,
  chat    BIGINT NOT NULL,
  name    TEXT   NOT NULL,
  address TEXT   NOT NULL,
  asked   BIGINT NOT NULL
, source BIGINT NOT NULL DEFAULT 0, person BIGINT NOT NULL DEFAULT 0, state TEXT NOT NULL DEFAULT 'ASKED', decided BIGINT NOT NULL DEFAULT 0);
--;
CREATE TABLE role (
  person  BIGINT PRIMARY KEY,
  role    TEXT   NOT NULL,         -- OPERATOR, EDITOR, NONE
  changed BIGINT NOT NULL
);
--;
INSERT INTO "role" VALUES(12345678,'EDITOR',1795923532448);
--;
INSERT INTO "role" VALUES(12345679,'NONE',1795923532475);
--;
CREATE TABLE sent_answer (
  id       TEXT   PRIMARY KEY,
  chat     BIGINT NOT NULL,
  person   BIGINT NOT NULL,
  question TEXT   NOT NULL,
  language TEXT   NOT NULL,
  found    BIGINT NOT NULL,        -- 1: its citations answer; 0: its one citation was only nearest
  sent     BIGINT NOT NULL
, place TEXT);
--;
INSERT INTO "sent_answer" VALUES('u84aIa9ObpY',1,1,'What did Ilsa Corvane say about the fishermen?','en',1,1795923530195,'u/-1795923530175000/0');
--;
CREATE TABLE sent_citation (
  answer      TEXT   NOT NULL,
  rank        BIGINT NOT NULL,     -- 0 for the first
  sequence    BIGINT NOT NULL,     -- of the edition that it is cut from
  start       BIGINT NOT NULL,
  finish      BIGINT NOT NULL,
  attribution TEXT   NOT NULL,
  PRIMARY KEY (answer, rank)
);
--;
INSERT INTO "sent_citation" VALUES('u84aIa9ObpY',0,1,133,176,'{"speech":"DIRECT","score":0.9085404713767572,"speaker":{"name":"Ilsa Corvane","anonymous":false,"role":"Mayor"},"upstream":[]}');
--;
CREATE TABLE sent_reading (
  answer  TEXT   NOT NULL,
  place   BIGINT NOT NULL,         -- 0: the one that was answered
  reading TEXT   NOT NULL,
  PRIMARY KEY (answer, place)
);
--;
INSERT INTO "sent_reading" VALUES('u84aIa9ObpY',0,'{"question":"What did Ilsa Corvane say about the fishermen?","language":"en","kind":"SAID_BY","speaker":{"name":"Ilsa Corvane"},"outletAsked":false,"silenceAnswers":true,"speakerRequired":true,"periodWords":[],"topic":["fishermen"],"answeredFrom":[1]}');
--;
CREATE TABLE snooze (
  subscription TEXT   PRIMARY KEY,
  until        BIGINT NOT NULL
);
--;
CREATE TABLE source (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  name          TEXT   NOT NULL,
  name_key      TEXT   NOT NULL UNIQUE,   -- the name without case
  address       TEXT   NOT NULL,
  address_key   TEXT   NOT NULL UNIQUE,   -- what addresses of one page have in common
  kind          TEXT   NOT NULL,          -- feed, page
  outlet        TEXT,
  added         BIGINT NOT NULL,
  added_by      TEXT   NOT NULL,
  etag          TEXT,
  last_modified TEXT,
  last_polled   BIGINT,
  next_poll     BIGINT NOT NULL,
  last_outcome  TEXT,
  failures      BIGINT NOT NULL,          -- in a row, until now
  items         BIGINT NOT NULL           -- new ones, since it was added
, per_day DOUBLE PRECISION, moved_to TEXT, moved_seen BIGINT NOT NULL DEFAULT 0, last_good BIGINT, bad_since BIGINT, newest BIGINT, lag BIGINT, empty_bodies BIGINT NOT NULL DEFAULT 0, repairs BIGINT NOT NULL DEFAULT 0, duplicates BIGINT NOT NULL DEFAULT 0, told TEXT, told_at BIGINT, language TEXT, paused BIGINT, removed BIGINT);
--;
INSERT INTO "source" VALUES(1,'Sahil','sahil','https://sahil.example/feed.xml','sahil.example/feed.xml','feed','صحيفة الساحل',1764300000000,'1',NULL,NULL,NULL,1764300000000,NULL,0,2,NULL,NULL,0,NULL,NULL,NULL,NULL,0,0,0,NULL,NULL,NULL,NULL,NULL);
--;
CREATE TABLE source_day (
  source BIGINT NOT NULL,
  day    BIGINT NOT NULL,
  items  BIGINT NOT NULL,
  PRIMARY KEY (source, day)
);
--;
CREATE TABLE source_error (
  source BIGINT NOT NULL,
  kind   TEXT   NOT NULL,
  times  BIGINT NOT NULL,
  last   BIGINT NOT NULL,
  PRIMARY KEY (source, kind)
);
--;
CREATE TABLE source_former_address (
  address_key TEXT   PRIMARY KEY,
  source      BIGINT NOT NULL
);
--;
CREATE TABLE source_item (
  source BIGINT NOT NULL,
  guid   TEXT   NOT NULL,
  said   BIGINT NOT NULL,
  PRIMARY KEY (source, guid)
);
--;
CREATE TABLE source_list (
  id      TEXT   PRIMARY KEY,
  chat    BIGINT NOT NULL,
  person  BIGINT NOT NULL,
  content TEXT   NOT NULL,
  asked   BIGINT NOT NULL
);
--;
CREATE TABLE source_offer (
  trial   TEXT   NOT NULL,
  place   BIGINT NOT NULL,
  address TEXT   NOT NULL,
  kind    TEXT   NOT NULL,         -- feed, page
  name    TEXT   NOT NULL,
  items   BIGINT NOT NULL,
  PRIMARY KEY (trial, place)
);
--;
CREATE TABLE source_trial (
  id        TEXT   PRIMARY KEY,
  chat      BIGINT NOT NULL,
  person    BIGINT NOT NULL,
  update_id BIGINT NOT NULL,       -- negative in a terminal
  message   TEXT   NOT NULL,       -- the outbox key of the message that becomes the result
  address   TEXT   NOT NULL,
  name      TEXT,                  -- what it is to be called; null: as it calls itself
  language  TEXT   NOT NULL,       -- of the words
  state     TEXT   NOT NULL,       -- ASKED, SHOWN, ADDED, DROPPED
  asked     BIGINT NOT NULL
);
--;
CREATE TABLE standing_question (
  subscription TEXT PRIMARY KEY,
  reading      TEXT NOT NULL       -- JSON
);
--;
CREATE TABLE statement (
  edition         BIGINT NOT NULL REFERENCES edition (sequence),
  place           BIGINT NOT NULL,        -- 0 for the first of the edition
  starts          BIGINT NOT NULL,
  ends            BIGINT NOT NULL,
  sentence_starts BIGINT NOT NULL,
  sentence_ends   BIGINT NOT NULL,
  kind            TEXT   NOT NULL,        -- SAID, SILENT
  speech          TEXT   NOT NULL,        -- DIRECT, REPORTED, MIXED, NONE
  speaker         TEXT,                   -- null: the outlet's own words
  role            TEXT,
  entity          TEXT,
  institution     TEXT,
  anonymous       BIGINT NOT NULL,
  upstream        TEXT,                   -- JSON; null for none
  PRIMARY KEY (edition, place)
);
--;
INSERT INTO "statement" VALUES(1,0,32,131,32,131,'SAID','REPORTED','Ilsa Corvane','Mayor',NULL,NULL,0,NULL);
--;
INSERT INTO "statement" VALUES(1,1,133,176,132,191,'SAID','DIRECT','Ilsa Corvane','Mayor',NULL,NULL,0,NULL);
--;
INSERT INTO "statement" VALUES(1,2,241,284,241,284,'SAID','REPORTED','Fishermen',NULL,NULL,NULL,0,NULL);
--;
INSERT INTO "statement" VALUES(2,0,49,130,49,130,'SAID','REPORTED','نديم الحارثي','الوزير',NULL,NULL,0,NULL);
--;
INSERT INTO "statement" VALUES(2,1,147,172,131,174,'SAID','DIRECT','نديم الحارثي','الوزير',NULL,NULL,0,NULL);
--;
CREATE TABLE story (
  id          BIGINT PRIMARY KEY,
  merged_into BIGINT                 -- the story that it turned out to be; null where it stands
);
--;
INSERT INTO "story" VALUES(1,NULL);
--;
INSERT INTO "story" VALUES(2,NULL);
--;
CREATE TABLE story_edition (
  edition    BIGINT PRIMARY KEY REFERENCES edition (sequence),
  article    TEXT   NOT NULL,
  language   TEXT   NOT NULL,
  outlet     TEXT   NOT NULL,
  moment     BIGINT NOT NULL,
  story      BIGINT NOT NULL,
  reprint_of BIGINT,                 -- an edition that this one nearly repeats
  began      BIGINT NOT NULL,        -- 1 where the story began with it
  origins    TEXT   NOT NULL,        -- whom the article as a whole credits, a line each
  traits     BLOB                -- what it is compared by; null once a later edition is placed
);
--;
INSERT INTO "story_edition" VALUES(1,'u-1','en','The Bellhaven Courier',1773129600000,1,NULL,1,'',X'010017992BB9F83E171EB608AD127EC83E5F856108AF3E39E43E43A1060AC64285DD3E42AE0B08C87D80873ECD7A8C09D248037C3E0E10E408DC6365413E4A215208DDFD82043DD551A908EA5488E23E3B6C3401F3CABB343E54642008FADC197E3E7678AC03095C94163E239325080FA8A9F43EA850230A2FB346C43DD14BB408312F81063E5873CF0A3AF2D4AA3EA199E70A40D2BD703D688EC80844C423B33D01FB0A084D598FA73EA72DA409622FEB223E06753508630353543D89ABEC086D33AE623E43036B0878F839E33E42B11E0A159587F8B23E235DAE08A0D896603E537B5408BC05964B3EB5F3C708BD26B0DC3E71A24E08BE8D65593E4A9C4501C365E2AC3E30D47D08D7174D8C3E19940908ED90A4A13E8538DA01F7D0C23B3EB4B9BD09112838963D7B672C0815B78CD63D0C837A0817C64CA63E52D0F5081DB9D1F73DE69AF20827E276BD3E5274A90833CE58B03E659A29083DE7AAB33E5A827E083FF887BB3E115A860865115A913E5277FC086583F8DD3D94D3E8086B33A11F3DE241870875A0FCD43EDE212F09020004696C73610007636F7276616E650000002B2B8540DDC4873E9EFE8E8D07EA91BD7083A245189DA391C16FAD572F3BAEFC4234B841146EB9D82DD9C1FC2E44C79464FDD0F10D52D3CA6864E0E457A4E1BA35B9ECA6533EEDAD6395EE614A95F40FC8E8FBD46E6DFC768CE1FD818823066FD6280FAA38A81150D484172A3AE51C4021CC1CAE8DCB1DEB7E5321EBE7DA2BFBC5F0342489EE4184D08D5572EC915C95C6AE5F3C8A766A17A4196A819C98712263F278FD04617DA0FA877FCA7064');
--;
INSERT INTO "story_edition" VALUES(2,'u-2','ar','صحيفة الساحل',1773216000000,2,NULL,1,'',X'010115A1C4499E3E28C14F08A63BB2263DC4801B08ABD0808E3E05277008BEEB06B83D0D4B0B08C42159CF3E6A9ADA08CEC6D58E3E1CDBA708D983EEB03E2EE4B509E8490E063E6ABF910A0C824E8B3ECC0BC1090D41673C3EA97F57091D93B2003E6ABF910A25041F8A3D7C7ECE08280AA4713DEFFFE7082D3B52463DC66ABB082F9636673DEF75AC08313908853D8E49B80939C6E10E3DEAFD48084A4DF3323E93C32D094C9C292E3DC0834F0853BF98ED3ED9EBD00B5AF61F9B3EBC225F0B1E9A32743D3E7779AB08B63F47C63E0ADFFD08BB6DAFDE3E7CF89008BE8D65593E2E681908C570DC983EBF52B309CD56E9AE3E3C95BD09D68599443E96DF0701DC3BC1C33E9DA82301DD42ABF73EF2329D09DFC78EA73E6F802B01E1F7F40D3E8051AF08E32544163EC6596409F4598D9F3DD3E22A08F61E45193E7D202608FDE074293E0E249D08FE1319673E8098E708017B9EAB3ECFD76B09112838963DC9B03008124C72BF3E011A5608144FCD3B3E0164DD0815B78CD63D1752D9081EB951373EDC050809223AF6083EF363720927E276BD3E5022B4083059FAFA3E6F14B9084C02384B3DCF957408669FF8A13EB6C43C096C6D39273D996D4E096C8D305A3DD5F333087F2A3F1E3E8241A408040008D986D8AFD98AD985000ED8A7D984D8ADD8A7D8B1D8ABD98A0008D986D8AFD981D8B90008D985D8A6D8AAD98A000000191984B680A58DB9BF9195C7C6D6A1E13C82A2C8B644AC2D9B2CB2941272C18CEA0BC9D06AA3DDEAB426E66783F6F7170758008E2D2E08C0F9EA0B8828E70E7E0AD21A2F60402CDE8AED3A6D6A2E4256E98D438FD2A04D62E13D53CECB6954A05F836D1C2010');
--;
CREATE TABLE subscription (
  place    INTEGER PRIMARY KEY AUTOINCREMENT,           -- order of subscribing
  id       TEXT   NOT NULL UNIQUE,
  chat     BIGINT NOT NULL,
  thread   BIGINT,                 -- forum topic; none for General and chats without topics
  person   BIGINT NOT NULL,        -- who subscribed
  words    TEXT   NOT NULL,
  language TEXT   NOT NULL,        -- of the interface where nothing else is set for the chat
  after    BIGINT NOT NULL,        -- only editions with a higher sequence are told of
  created  BIGINT NOT NULL,
  ended    BIGINT                  -- unsubscribed, kept for a while to be taken back
, paused   BOOLEAN NOT NULL DEFAULT FALSE, schedule TEXT    NOT NULL DEFAULT 'at once', question BOOLEAN NOT NULL DEFAULT FALSE, lost_thread BIGINT);
--;
INSERT INTO "subscription" VALUES(1,'oRtgMdUuH0o',1,NULL,1,'harbour levy','en',2,1795923532421,NULL,0,'at once',0,NULL);
--;
INSERT INTO "subscription" VALUES(2,'8bPeKw2C9sA',1,NULL,1,'ferry tickets','en',2,1795923532583,NULL,0,'at once',0,NULL);
--;
CREATE TABLE subscription_version (version BIGINT NOT NULL);
--;
INSERT INTO "subscription_version" VALUES(3);
--;
CREATE TABLE taught_name (
  id      TEXT   PRIMARY KEY,      -- the short id that buttons carry
  entity  TEXT   NOT NULL,         -- id of the known name; its own id where nobody knew any of them
  names   TEXT   NOT NULL,         -- one a line
  state   TEXT   NOT NULL,         -- ASKED, PROPOSED, TAUGHT, REFUSED, REMOVED
  changed BIGINT NOT NULL
);
--;
INSERT INTO "taught_name" VALUES('gYKoFxQveY8','gYKoFxQveY8','Ilsa Corvane
إلسا كورفين','TAUGHT',1795923532486);
--;
CREATE TABLE telling (
  place   INTEGER PRIMARY KEY AUTOINCREMENT,
  alert   TEXT   NOT NULL,
  edition BIGINT NOT NULL,
  chat    BIGINT NOT NULL,
  thread  BIGINT,
  news    TEXT   NOT NULL,             -- FIRST, SPEAKER, DENIAL, COUNT, CORRECTION, GONE, WITHDRAWAL,
                                       -- NOTHING
  fact    TEXT,                        -- key of what is new
  manner  TEXT   NOT NULL,             -- ALERT, DIGEST, CATCH_UP
  due     BIGINT,                      -- not before; none where it is done with
  told    TEXT,                        -- key of the outbox row that tells of it
  created BIGINT NOT NULL,
  UNIQUE (alert, edition)
);
--;
CREATE TABLE turn (
  update_id BIGINT PRIMARY KEY,
  said      TEXT   NOT NULL,
  handled   BIGINT NOT NULL
, person BIGINT);
--;
INSERT INTO "turn" VALUES(-1795923530175000,'[{"key":"u/-1795923530175000/0","urgency":"ANSWER","call":"{\"call\":\"send\",\"chat\":1,\"html\":\"What ⁨Ilsa Corvane⁩ said about “⁨fishermen⁩”, ⁨<tg-time unix=\\\"1773129600\\\" format=\\\"D\\\">10 March 2026</tg-time>⁩:\\n<blockquote>‎“We will not ask the fishermen to pay twice,”</blockquote>\\nSpeaker: ⁨Ilsa Corvane⁩, ⁨Mayor⁩ · direct quote\\nSource: <a href=\\\"https://bellhaven.example/u-1\\\">⁨The Bellhaven Courier⁩</a> · ⁨<tg-time unix=\\\"1773129600\\\" format=\\\"Dt\\\">10 March 2026, 08:00 UTC</tg-time>⁩ · English\\n\\nAnswer found at 1 outlet, 1 independent report · searched 2 articles from 2 sources, ⁨<tg-time unix=\\\"1773129600\\\" format=\\\"D\\\">10 March 2026</tg-time>⁩ to ⁨<tg-time unix=\\\"1773216000\\\" format=\\\"D\\\">11 March 2026</tg-time>⁩\",\"buttons\":[[{\"text\":\"Context and chain\",\"data\":\"1:context:u84aIa9ObpY\"}],[{\"text\":\"👍 Helpful\",\"data\":\"1:good:u84aIa9ObpY\"},{\"text\":\"👎 Not helpful\",\"data\":\"1:bad:u84aIa9ObpY\"}]]}"}]',1795923530195,1);
--;
INSERT INTO "turn" VALUES(-1795923530174999,'[{"key":"u/-1795923530174999/0","urgency":"ANSWER","call":"{\"call\":\"send\",\"chat\":1,\"html\":\"Topic: ⁨harbour levy⁩\\n\\nNothing was collected in the last seven days, so there is nothing to try it on.\",\"buttons\":[[{\"text\":\"Subscribe\",\"data\":\"1:sub:B4aK0svX2uU\"}],[{\"text\":\"Change\",\"data\":\"1:subchange:B4aK0svX2uU\"},{\"text\":\"Cancel\",\"data\":\"1:subno:B4aK0svX2uU\"}]]}"}]',1795923532347,1);
--;
INSERT INTO "turn" VALUES(-1795923530174998,'[{"key":"u/-1795923530174998/0","urgency":"ANSWER","call":"{\"call\":\"callback\",\"id\":\"terminal\",\"alert\":false}"},{"key":"u/-1795923530174998/1","urgency":"ANSWER","call":"{\"call\":\"edit\",\"chat\":1,\"id\":4,\"html\":\"Subscribed to “⁨harbour levy⁩”. New articles about it will be told here. With /alerts you change or end that.\"}"}]',1795923532421,1);
--;
INSERT INTO "turn" VALUES(-1795923530174997,'[{"key":"u/-1795923530174997/0","urgency":"ANSWER","call":"{\"call\":\"send\",\"chat\":1,\"html\":\"From now on ⁨12345678⁩ is an editor. The menu follows at the next start.\"}"}]',1795923532448,1);
--;
INSERT INTO "turn" VALUES(-1795923530174996,'[{"key":"u/-1795923530174996/0","urgency":"ANSWER","call":"{\"call\":\"send\",\"chat\":1,\"html\":\"From now on ⁨12345679⁩ is an operator. The menu follows at the next start.\"}"}]',1795923532457,1);
--;
INSERT INTO "turn" VALUES(-1795923530174995,'[{"key":"u/-1795923530174995/0","urgency":"ANSWER","call":"{\"call\":\"send\",\"chat\":1,\"html\":\"No role any more: ⁨12345679⁩\"}"}]',1795923532475,1);
--;
INSERT INTO "turn" VALUES(-1795923530174994,'[{"key":"u/-1795923530174994/0","urgency":"ANSWER","call":"{\"call\":\"send\",\"chat\":1,\"html\":\"From now on these mean the same: ⁨Ilsa Corvane = إلسا كورفين⁩\",\"buttons\":[[{\"text\":\"Undo\",\"data\":\"1:nameno:gYKoFxQveY8\"}]]}"}]',1795923532486,1);
--;
INSERT INTO "turn" VALUES(-1795923530174993,'[{"key":"u/-1795923530174993/0","urgency":"ANSWER","call":"{\"call\":\"send\",\"chat\":1,\"html\":\"Topic: ⁨ferry tickets⁩\\n\\nNothing was collected in the last seven days, so there is nothing to try it on.\",\"buttons\":[[{\"text\":\"Subscribe\",\"data\":\"1:sub:BzAIVOX4BOo\"}],[{\"text\":\"Change\",\"data\":\"1:subchange:BzAIVOX4BOo\"},{\"text\":\"Cancel\",\"data\":\"1:subno:BzAIVOX4BOo\"}]]}"}]',1795923532551,1);
--;
INSERT INTO "turn" VALUES(-1795923530174992,'[{"key":"u/-1795923530174992/0","urgency":"ANSWER","call":"{\"call\":\"callback\",\"id\":\"terminal\",\"alert\":false}"},{"key":"u/-1795923530174992/1","urgency":"ANSWER","call":"{\"call\":\"edit\",\"chat\":1,\"id\":15,\"html\":\"Subscribed to “⁨ferry tickets⁩”. New articles about it will be told here. With /alerts you change or end that.\"}"}]',1795923532583,1);
--;
CREATE TABLE unmatched_edition (
  step    TEXT   NOT NULL,         -- the name of its cursor
  edition BIGINT NOT NULL,
  tries   BIGINT NOT NULL,         -- that failed
  due     BIGINT,                  -- of the next try; none after the last
  why     TEXT   NOT NULL,
  PRIMARY KEY (step, edition)
);
--;
CREATE INDEX "history_article_s_idx" ON "history_article" ("success");
--;
CREATE INDEX article_by_fingerprint ON article (fingerprint);
--;
CREATE INDEX article_by_outlet ON article (outlet);
--;
CREATE INDEX edition_by_moment ON edition (moment, sequence);
--;
CREATE INDEX article_key_by_article ON article_key (article);
--;
CREATE INDEX source_by_next_poll ON source (next_poll);
--;
CREATE INDEX article_by_withdrawn ON article (withdrawn);
--;
CREATE INDEX "history_story_s_idx" ON "history_story" ("success");
--;
CREATE INDEX story_by_merged ON story (merged_into);
--;
CREATE INDEX story_edition_by_story ON story_edition (story);
--;
CREATE INDEX story_edition_by_article ON story_edition (article, language);
--;
CREATE INDEX "history_bot_s_idx" ON "history_bot" ("success");
--;
CREATE INDEX inbox_by_state ON inbox (state, sequence);
--;
CREATE INDEX outbox_by_state ON outbox (state, sequence);
--;
CREATE INDEX outbox_by_chat ON outbox (chat, state);
--;
CREATE INDEX "history_bot_conversation_s_idx" ON "history_bot_conversation" ("success");
--;
CREATE INDEX last_reading_by_time ON last_reading (read_at);
--;
CREATE INDEX sent_answer_by_chat ON sent_answer (chat);
--;
CREATE INDEX turn_by_time ON turn (handled);
--;
CREATE INDEX "history_bot_operator_s_idx" ON "history_bot_operator" ("success");
--;
CREATE INDEX pinned_question_by_words ON pinned_question (compared);
--;
CREATE INDEX "history_bot_subscription_s_idx" ON "history_bot_subscription" ("success");
--;
CREATE INDEX subscription_by_chat ON subscription (chat);
--;
CREATE INDEX alert_by_edit ON alert (edit_due) WHERE edit_due IS NOT NULL;
--;
CREATE INDEX alert_by_chat ON alert (chat, created);
--;
CREATE INDEX alert_by_told ON alert (told);
--;
CREATE INDEX telling_by_due ON telling (due) WHERE due IS NOT NULL;
--;
CREATE INDEX telling_by_chat_due ON telling (chat, due) WHERE due IS NOT NULL;
--;
CREATE INDEX telling_by_edition ON telling (edition);
--;
CREATE INDEX telling_by_chat ON telling (chat, created);
--;
CREATE TRIGGER subscription_added AFTER INSERT ON subscription
BEGIN
  UPDATE subscription_version SET version = version + 1;
END;
--;
CREATE TRIGGER subscription_changed AFTER UPDATE ON subscription
BEGIN
  UPDATE subscription_version SET version = version + 1;
END;
--;
CREATE TRIGGER subscription_removed AFTER DELETE ON subscription
BEGIN
  UPDATE subscription_version SET version = version + 1;
END;
--;
CREATE INDEX "history_bot_reader_s_idx" ON "history_bot_reader" ("success");
--;
CREATE INDEX article_source_by_source ON article_source (source, article);
--;
CREATE INDEX "history_bot_channel_s_idx" ON "history_bot_channel" ("success");
--;
DELETE FROM "sqlite_sequence";
--;
INSERT INTO "sqlite_sequence" VALUES('article',2);
--;
INSERT INTO "sqlite_sequence" VALUES('edition',2);
--;
INSERT INTO "sqlite_sequence" VALUES('subscription',2);
--;
INSERT INTO "sqlite_sequence" VALUES('audit',4);
--;
INSERT INTO "sqlite_sequence" VALUES('source',1);
--;
INSERT INTO "sqlite_sequence" VALUES('outbox',1);
--;
INSERT INTO "sqlite_sequence" VALUES('inbox',1);
--;
