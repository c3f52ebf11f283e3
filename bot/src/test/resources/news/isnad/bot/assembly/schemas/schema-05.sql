-- A store of an earlier version, as that version wrote it; invented articles. A line "--;" ends a statement.
CREATE TABLE article (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT   NOT NULL,   -- the id that the world sees: given id, address, or sha256:...
  language    TEXT   NOT NULL,
  given       BIGINT NOT NULL,   -- 1 where the name was given with the article, else 0
  outlet      TEXT   NOT NULL,
  fingerprint TEXT   NOT NULL,   -- of the current edition's text
  current     BIGINT NOT NULL,   -- sequence of the current edition
  UNIQUE (name, language)
);
--;
INSERT INTO "article" VALUES(1,'u-1','en',1,'The Bellhaven Courier','f4afd6bc0d9eadd371823ceb0871aa0f56419b3555c5dc54781aef22baa80db3',1);
--;
INSERT INTO "article" VALUES(2,'u-2','ar',1,'صحيفة الساحل','12da986038c2f66408e7c40cfcf5435b5ddfa4c729e97b1f9781b8e0b8a26645',2);
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
  text        TEXT   NOT NULL,
  UNIQUE (article, number)
);
--;
INSERT INTO "edition" VALUES(1,1,1,'https://bellhaven.example/u-1','The Bellhaven Courier','Council delays the harbour levy',1773129600000,1795922968488,1773129600000,'Council delays the harbour levy
The harbour levy will not be raised before the autumn, Mayor Ilsa Corvane told reporters on Monday.
"We will not ask the fishermen to pay twice," Corvane said.
The levy pays for the dredging of the old basin.
Fishermen had threatened to block the pier.');
--;
INSERT INTO "edition" VALUES(2,2,1,'https://sahil.example/u-2','صحيفة الساحل','الوزير نديم الحارثي: الجسر الجديد يفتح في الربيع',1773216000000,1795922968497,1773216000000,'الوزير نديم الحارثي: الجسر الجديد يفتح في الربيع
قال وزير النقل نديم الحارثي إن الجسر الجديد سيفتح أمام السيارات في الربيع المقبل.
وأضاف الحارثي: «لن ندفع ثمن التأخير مرتين».
وتبلغ كلفة الجسر مئتي مليون دينار.');
--;
CREATE TABLE feedback (
  answer TEXT   NOT NULL,
  person BIGINT NOT NULL,
  good   BIGINT NOT NULL,          -- 1: helpful; 0: not
  given  BIGINT NOT NULL,
  PRIMARY KEY (answer, person)
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
INSERT INTO "history_article" VALUES(1,'1','articles','SQL','V1__articles.sql',412171218,'','2026-11-29 03:29:26.376',3,1);
--;
INSERT INTO "history_article" VALUES(2,'2','sources','SQL','V2__sources.sql',2031067706,'','2026-11-29 03:29:26.398',0,1);
--;
INSERT INTO "history_article" VALUES(3,'3','cursors','SQL','V3__cursors.sql',-1749915688,'','2026-11-29 03:29:26.404',0,1);
--;
INSERT INTO "history_article" VALUES(4,'4','statements','SQL','V4__statements.sql',1861872522,'','2026-11-29 03:29:26.421',0,1);
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
INSERT INTO "history_bot" VALUES(1,'0','<< Flyway Baseline >>','BASELINE','<< Flyway Baseline >>',NULL,'','2026-11-29 03:29:26.497',0,1);
--;
INSERT INTO "history_bot" VALUES(2,'1','inbox outbox','SQL','V1__inbox_outbox.sql',-1121153076,'','2026-11-29 03:29:26.512',1,1);
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
INSERT INTO "history_bot_conversation" VALUES(1,'0','<< Flyway Baseline >>','BASELINE','<< Flyway Baseline >>',NULL,'','2026-11-29 03:29:26.535',0,1);
--;
INSERT INTO "history_bot_conversation" VALUES(2,'1','conversation','SQL','V1__conversation.sql',301647696,'','2026-11-29 03:29:26.556',1,1);
--;
INSERT INTO "history_bot_conversation" VALUES(3,'2','readings','SQL','V2__readings.sql',1359599931,'','2026-11-29 03:29:26.564',0,1);
--;
INSERT INTO "history_bot_conversation" VALUES(4,'3','places','SQL','V3__places.sql',-390020421,'','2026-11-29 03:29:26.572',0,1);
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
INSERT INTO "history_bot_operator" VALUES(1,'0','<< Flyway Baseline >>','BASELINE','<< Flyway Baseline >>',NULL,'','2026-11-29 03:29:26.592',0,1);
--;
INSERT INTO "history_bot_operator" VALUES(2,'1','operator','SQL','V1__operator.sql',492811083,'','2026-11-29 03:29:26.603',0,1);
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
INSERT INTO "history_bot_subscription" VALUES(1,'0','<< Flyway Baseline >>','BASELINE','<< Flyway Baseline >>',NULL,'','2026-11-29 03:29:26.645',0,1);
--;
INSERT INTO "history_bot_subscription" VALUES(2,'1','subscriptions','SQL','V1__subscriptions.sql',-1729827587,'','2026-11-29 03:29:26.854',1,1);
--;
INSERT INTO "history_bot_subscription" VALUES(3,'2','topics','SQL','V2__topics.sql',41592201,'','2026-11-29 03:29:26.901',1,1);
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
INSERT INTO "history_story" VALUES(1,'0','<< Flyway Baseline >>','BASELINE','<< Flyway Baseline >>',NULL,'','2026-11-29 03:29:26.456',0,1);
--;
INSERT INTO "history_story" VALUES(2,'1','stories','SQL','V1__stories.sql',1868180153,'','2026-11-29 03:29:26.475',0,1);
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
INSERT INTO "last_reading" VALUES(1,1,'{"question":"What did Ilsa Corvane say about the fishermen?","language":"en","kind":"SAID_BY","speaker":{"name":"Ilsa Corvane"},"outletAsked":false,"silenceAnswers":true,"speakerRequired":true,"periodWords":[],"topic":["fishermen"]}',1795922977000);
--;
CREATE TABLE last_said (
  chat     BIGINT PRIMARY KEY,
  question BIGINT NOT NULL,        -- number of the message that asked
  name     TEXT   NOT NULL         -- key under which the answer was put into the outbox
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
CREATE TABLE removal (
  id      TEXT   PRIMARY KEY,
  chat    BIGINT NOT NULL,
  name    TEXT   NOT NULL,
  address TEXT   NOT NULL,
  asked   BIGINT NOT NULL
);
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
INSERT INTO "sent_answer" VALUES('sEHXQXS68sM',1,1,'What did Ilsa Corvane say about the fishermen?','en',1,1795922977000,'u/-1795922976994000/0');
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
INSERT INTO "sent_citation" VALUES('sEHXQXS68sM',0,1,133,176,'{"speech":"DIRECT","score":0.9085404713767572,"speaker":{"name":"Ilsa Corvane","anonymous":false,"role":"Mayor"},"upstream":[]}');
--;
CREATE TABLE sent_reading (
  answer  TEXT   NOT NULL,
  place   BIGINT NOT NULL,         -- 0: the one that was answered
  reading TEXT   NOT NULL,
  PRIMARY KEY (answer, place)
);
--;
INSERT INTO "sent_reading" VALUES('sEHXQXS68sM',0,'{"question":"What did Ilsa Corvane say about the fishermen?","language":"en","kind":"SAID_BY","speaker":{"name":"Ilsa Corvane"},"outletAsked":false,"silenceAnswers":true,"speakerRequired":true,"periodWords":[],"topic":["fishermen"]}');
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
);
--;
INSERT INTO "source" VALUES(1,'Sahil','sahil','https://sahil.example/feed.xml','sahil.example/feed.xml','feed','صحيفة الساحل',1764300000000,'1',NULL,NULL,NULL,1764300000000,NULL,0,2);
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
INSERT INTO "story_edition" VALUES(1,'u-1','en','The Bellhaven Courier',1773129600000,1,NULL,1,'',X'010017992BB9F83E3623BF00AD127EC83E3623BF00AF3E39E43E3623BF02C64285DD3E3623BF00C87D80873EA9156301D248037C3E87FBCE00DC6365413E3623BF00DDFD82043E3623BF00EA5488E23E5B6BE401F3CABB343E3623BF00FADC197E3E5B6BE403095C94163E3623BF000FA8A9F43E87FBCE022FB346C43E3623BF00312F81063E3623BF023AF2D4AA3E87FBCE0240D2BD703E3623BF0044C423B33E3623BF004D598FA73E91F8DC01622FEB223E3623BF00630353543E3623BF006D33AE623E3623BF0078F839E33E3623BF02159587F8B23E40398700A0D896603E40398700BC05964B3E8F835700BD26B0DC3E40398700BE8D65593E67922301C365E2AC3E40398700D7174D8C3E8F835700ED90A4A13E67922301F7D0C23B3E9A0DFA01112838963E4039870015B78CD63E4039870017C64CA63E403987001DB9D1F73E4039870027E276BD3E4039870033CE58B03E403987003DE7AAB33E403987003FF887BB3E4039870065115A913E403987006583F8DD3E403987006B33A11F3E4039870075A0FCD43EB2721B01020004696C73610007636F7276616E650000002B2B8540DDC4873E9EFE8E8D07EA91BD7083A245189DA391C16FAD572F3BAEFC4234B841146EB9D82DD9C1FC2E44C79464FDD0F10D52D3CA6864E0E457A4E1BA35B9ECA6533EEDAD6395EE614A95F40FC8E8FBD46E6DFC768CE1FD818823066FD6280FAA38A81150D484172A3AE51C4021CC1CAE8DCB1DEB7E5321EBE7DA2BFBC5F0342489EE4184D08D5572EC915C95C6AE5F3C8A766A17A4196A819C98712263F278FD04617DA0FA877FCA7064');
--;
INSERT INTO "story_edition" VALUES(2,'u-2','ar','صحيفة الساحل',1773216000000,2,NULL,1,'',X'010115A1C4499E3E304A3800A63BB2263E304A3800ABD0808E3E304A3800BEEB06B83E304A3800C42159CF3E304A3800CEC6D58E3E304A3800D983EEB03E8D48B301E8490E063E304A38000C824E8B3EA3A735010D41673C3E8D48B3011D93B2003E304A380025041F8A3E304A3800280AA4713E304A38002D3B52463E304A38002F9636673E304A3800313908853E8D48B30139C6E10E3E304A38004A4DF3323E8D48B3014C9C292E3E304A380053BF98ED3EA3A735015AF61F9B3E8D48B3011E9A32743D3E50041C00B63F47C63E50041C00BB6DAFDE3E50041C00BE8D65593E37F5FD00C570DC983EA6B5D301CD56E9AE3EA6B5D301D68599443E7A983001DC3BC1C33E7A983001DD42ABF73EC11AE801DFC78EA73E7A983001E1F7F40D3E50041C00E32544163EA6B5D301F4598D9F3E50041C00F61E45193E50041C00FDE074293E50041C00FE1319673E50041C00017B9EAB3EA6B5D301112838963E8957E600124C72BF3E50041C00144FCD3B3E50041C0015B78CD63E37F5FD001EB951373EC11AE801223AF6083EC11AE80127E276BD3E37F5FD003059FAFA3E50041C004C02384B3E50041C00669FF8A13EA6B5D3016C6D39273EA6B5D3016C8D305A3E50041C007F2A3F1E3E50041C00040008D986D8AFD98AD985000ED8A7D984D8ADD8A7D8B1D8ABD98A0008D986D8AFD981D8B90008D985D8A6D8AAD98A000000191984B680A58DB9BF9195C7C6D6A1E13C82A2C8B644AC2D9B2CB2941272C18CEA0BC9D06AA3DDEAB426E66783F6F7170758008E2D2E08C0F9EA0B8828E70E7E0AD21A2F60402CDE8AED3A6D6A2E4256E98D438FD2A04D62E13D53CECB6954A05F836D1C2010');
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
, paused   BOOLEAN NOT NULL DEFAULT FALSE, schedule TEXT    NOT NULL DEFAULT 'at once', question BOOLEAN NOT NULL DEFAULT FALSE);
--;
INSERT INTO "subscription" VALUES(1,'bN1FQhiIu-o',1,NULL,1,'harbour levy','en',2,1795922977667,NULL,0,'at once',0);
--;
INSERT INTO "subscription" VALUES(2,'2RdiUYhgALc',1,NULL,1,'ferry tickets','en',2,1795922977680,NULL,0,'at once',0);
--;
CREATE TABLE turn (
  update_id BIGINT PRIMARY KEY,
  said      TEXT   NOT NULL,
  handled   BIGINT NOT NULL
);
--;
INSERT INTO "turn" VALUES(-1795922976994000,'[{"key":"u/-1795922976994000/0","urgency":"ANSWER","call":"{\"call\":\"send\",\"chat\":1,\"html\":\"What ⁨Ilsa Corvane⁩ said about “⁨fishermen⁩”, ⁨<tg-time unix=\\\"1773129600\\\" format=\\\"D\\\">10 March 2026</tg-time>⁩:\\n<blockquote>‎“We will not ask the fishermen to pay twice,”</blockquote>\\nSpeaker: ⁨Ilsa Corvane⁩, ⁨Mayor⁩ · direct quote\\nSource: <a href=\\\"https://bellhaven.example/u-1\\\">⁨The Bellhaven Courier⁩</a> · ⁨<tg-time unix=\\\"1773129600\\\" format=\\\"Dt\\\">10 March 2026, 08:00 UTC</tg-time>⁩ · English\\n\\nAnswer found at 1 outlet, 1 independent report · searched 2 articles from 2 sources, ⁨<tg-time unix=\\\"1773129600\\\" format=\\\"D\\\">10 March 2026</tg-time>⁩ to ⁨<tg-time unix=\\\"1773216000\\\" format=\\\"D\\\">11 March 2026</tg-time>⁩\",\"buttons\":[[{\"text\":\"Context and chain\",\"data\":\"1:context:sEHXQXS68sM\"}],[{\"text\":\"👍 Helpful\",\"data\":\"1:good:sEHXQXS68sM\"},{\"text\":\"👎 Not helpful\",\"data\":\"1:bad:sEHXQXS68sM\"}]]}"}]',1795922977000);
--;
INSERT INTO "turn" VALUES(-1795922976993999,'[{"key":"u/-1795922976993999/0","urgency":"ANSWER","call":"{\"call\":\"send\",\"chat\":1,\"html\":\"Subscribed to “⁨harbour levy⁩”. Every new article about it will be told here.\"}"}]',1795922977667);
--;
INSERT INTO "turn" VALUES(-1795922976993998,'[{"key":"u/-1795922976993998/0","urgency":"ANSWER","call":"{\"call\":\"send\",\"chat\":1,\"html\":\"Subscribed to “⁨ferry tickets⁩”. Every new article about it will be told here.\"}"}]',1795922977680);
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
CREATE INDEX "history_bot_subscription_s_idx" ON "history_bot_subscription" ("success");
--;
CREATE INDEX subscription_by_chat ON subscription (chat);
--;
DELETE FROM "sqlite_sequence";
--;
INSERT INTO "sqlite_sequence" VALUES('article',2);
--;
INSERT INTO "sqlite_sequence" VALUES('edition',2);
--;
INSERT INTO "sqlite_sequence" VALUES('subscription',2);
--;
INSERT INTO "sqlite_sequence" VALUES('source',1);
--;
INSERT INTO "sqlite_sequence" VALUES('outbox',1);
--;
INSERT INTO "sqlite_sequence" VALUES('inbox',1);
--;
