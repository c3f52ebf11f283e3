package news.isnad.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.isnad.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who speaks in kinds of English sentences; the text is invented. */
class EnglishSpeakersTest {
  private static final RuleAttribution ATTRIBUTION = RuleAttribution.shipped();

  /** Text | every speaker in order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // names behind an Arabic article, offices before a comma
        "Palestinian Foreign Minister Riad al-Safi, speaking at the ceremony, said it was a move"
            + " toward justice. | Riad al-Safi",
        "Minister for Life Sciences, George Freewell, told the BBC: \"With rising demands, we have"
            + " a duty to spend funds well.\" | George Freewell",
        "The administrator, Alvarado & Marsh, said it also provided certainty for staff. | Alvarado"
            + " & Marsh",
        // a dateline without its dash
        "Marseille, France (CNN)The French prosecutor leading an investigation insisted that he was"
            + " not aware of any video. | French prosecutor",
        // somebody tells what another one told, and goes on; a paper does not
        "Tom Hale told his flight school in 2009 that he had an \"episode of severe depression,\""
            + " the airline said Tuesday. | airline",
        "\"The world is closer,\" Tom Hale said, according to a release of the court. He added that"
            + " it was late. | Tom Hale; Tom Hale",
        "An inquiry has begun, according to a Securities Commission filing made Monday by Northwind"
            + " Global Holdings, the parent company. | Northwind Global Holdings",
        "She pleaded guilty on Friday, according to her attorney, Christopher Wrightson, who was in"
            + " court. | Christopher Wrightson",
        // "he" is whom the sentence before was about, and not whom his sentence names later
        "Steve Woolfen thought he was still standing. He lifted the cover and saw that his son,"
            + " Lito, 3, was awake. The boot was next to him, he testified on Thursday. | Steve"
            + " Woolfen; Steve Woolfen",
        "Tom Hale said he was sad. \"There was glass all over the road,\" he said. Dr. David King,"
            + " a trauma surgeon at the hospital, spent 14 years in the Army. He has treated"
            + " hundreds, he testified. | Tom Hale; Tom Hale; David King",
        // what stands between the name and its verb
        "Health Secretary Jeremy Hunter was criticised for a motion, but in an interview last year"
            + " argued \"when resources are tight we have to follow the evidence\". | Jeremy"
            + " Hunter",
        "The Silence Breakers in a statement said the verdict was just. | Silence Breakers",
        "Treasury Secretary Scott Bessing on Wednesday morning brushed off reports of a rift and"
            + " said the talks would go on. | Scott Bessing",
        "When Tom Hale declared that the war was over, people cheered. | Tom Hale",
        "A user with the handle \"Marco Chuan\" wrote: \"There are over 100 restaurants in the"
            + " city.\" | user with the handle Marco Chuan",
        // an acute accent is an apostrophe inside a word, and no mark of a quotation
        "Tom Hale said the league´s largest club agreed. Lena Maroth said the club´s owner was ill."
            + " | Tom Hale; Lena Maroth",
        // a dateline is nobody: neither its place nor its agency is "the service", "the company"
        "PORT LORIN, Nov 10 (Meridian Wire) - A crane collapsed at the harbour on Tuesday, the fire"
            + " service said. | fire service",
        "LORIN (Reuters) - A crane fell on a ferry, the ministry said. | ministry",
        "LORIN (Reuters) - Mayor Lena Maroth closed the pier. She said it was old. | Lena Maroth",
        "LORIN: Mayor Lena Maroth closed the pier. She said it was old. | Lena Maroth",
        // to whom somebody is sent does not speak
        "Norland's ambassador to Marvania accused the league of meddling. | Norland's ambassador to"
            + " Marvania",
        "An adviser to the mayor warned of a flood. | adviser to the mayor",
        "\"It is over,\" said an aide to Mayor Lena Maroth. | aide to Mayor Lena Maroth",
        "Tom Hale told the envoy to leave. | Tom Hale",
        // a court is no bank
        "Karo Bank broke the law in May, the court said. | court",
        "The crane hit a bridge, the coastguard said. | coastguard",
        // quotation marks of two kinds, or two single ones
        "The rain stopped. “It was a trick to fool voters,’’ Tom Hale, chief of the group, told the"
            + " paper. | Tom Hale",
        "“The end of the year is a good time,\" Lena Maroth, the firm's head of sales, said in a"
            + " statement. “Shoppers can wait.\" | Lena Maroth; Lena Maroth",
        // an apposition that ends in the name
        "The base was empty, said another witness in the inquiry, former defence adviser Lena"
            + " Maroth. | Lena Maroth",
        // one of several who did something, and said
        "The vote follows the hearing of four aides, including a navy officer who described the"
            + " call as \"improper\". | navy officer",
        // what is asked is not said
        "Tom Hale left. What did the prosecutors say? | ",
        "Did the mayor say that the bridge was safe? | ",
        "Will the mayor quit? Not yet, she said. Tom Hale said: \"Who asks?\" | Tom Hale",
        // speaking by a paper
        "The Harbour Commission, which watches the quays, issued a statement warning that \"ships"
            + " must wait\". | Harbour Commission",
        "The mayor sent a letter urging the council to act. | mayor",
        "The storm left a letter warning drivers. | ",
        // a confession of a deed
        "Tom Hale admitted to hiding the keys. | Tom Hale",
        "Tom Hale admitted stealing the boat. | Tom Hale",
        "Two men were admitted to hospital. | ",
        // whoever stands right behind a quotation
        "“We beg you to open the clinic,” the gardeners stated in the letter. | gardeners",
        "\"This fight is not something he likes,\" the insider added of the row. | insider",
        "\"The price is his own,\" an insider told the outlet on Monday. | insider",
        "Rents have doubled since May, the source further claimed to the outlet. | source",
        // "but said"
        "Lena Maroth gave no date for the flight, but said the crew was ready. | Lena Maroth",
        // saying at this moment
        "A group of physicians, alarmed at the ban, is urging the ministry to take the offer. |"
            + " group of physicians",
        "Tenants are urging the council to set rules. | Tenants",
        "The firm is being urged to pay. | ",
        // saying by doing
        "Former mayor Tom Hale, the best-loved man in town, joined the race by warning rivals"
            + " against haste. | Tom Hale",
        // behind a possessor with an adverb
        "Jobs will go this week, said The Karo Company's recently named executive chair Tom Hale in"
            + " an email. | Tom Hale",
        // behind a long clause that ends in a comma
        "Officers stopped a van and later arrested Ann Burt, 32, of 9 Eighth St., after finding a"
            + " knife in her car, said Lt. Matt Hale, a police spokesman. | Matt Hale",
        // the outermost speaker
        "Afterward, Lena Maroth said she had told the crew to wait, Tom Hale testified. | Tom Hale",
        "A man pleaded guilty to charges of theft, the Norland Prosecutor's Office announced"
            + " Monday. | Norland Prosecutor's Office",
        // a noun, not a verb
        "The state's largest utility cut the number from an original estimate of about 600. | ",
        // bodies and groups
        "The utility said it would watch the weather. | utility",
        "Both sides said they were hopeful. | Both sides",
        "Consumer advocates said the price was too high. | Consumer advocates",
        // a report that names its medium
        "The singer is unhappy with his partner, according to a new report by Karo News. | new"
            + " report by Karo News",
        // a possessive of a plural
        "Ana Marsh, of the traders' union, said rice cost more. | Ana Marsh",
        "\"We wait,\" Ana Marsh, the drivers' chief of staff, told the crowd. | Ana Marsh",
        // a plain word before the name
        "\"It hums,\" said retired gardener Ana Marsh, 71, who bought plugs. | Ana Marsh",
        "\"Nobody wins,\" said council leader Tom Hale, who was booed. | Tom Hale",
        // somebody's somebody
        "Larin's agent, Bruno Pires, would not confirm talks and described the reports as early. |"
            + " Bruno Pires",
        "Asked whether she would go, Marsh shrugged and said it was a day of mourning. | Marsh",
        "That was denied by a clerk at the Water Board, who told the daily that pipes leak. | clerk"
            + " at the Water Board",
        // a deed, a headline
        "Tom Hale agreed to return the money he received. | ",
        "Third case of the fever confirmed in Karo. | ",
        "Ana Marsh neither confirmed nor denied this. | Ana Marsh",
        // whom the sentence before is about
        "Tom Hale said: \"The soil is dry.\" Solo Mbek, who keeps bees near Lorin, has seen it for"
            + " years. \"Nobody phones,\" he said. | Tom Hale; Solo Mbek",
        "Tom Hale said: \"The soil is dry.\" Captain Dario Kovac, who missed a penalty, took the"
            + " blame. \"I am sorry,\" the Croatian said. | Tom Hale; Dario Kovac",
        // whoever adds something spoke just before, whatever the given name
        "Ana Marsh left. James Hale asked for patience, saying the road was long. She added: \"We"
            + " must wait.\" | James Hale; James Hale",
        // pointing to, expressing
        "Ana Marsh pointed to the cost of repairs. All signs pointed to rain. | Ana Marsh",
        "Ana Marsh, herself a nurse, expressed doubts about the plan. | Ana Marsh",
        // by the role that was told before
        "Republican presidential nominee Tom Hale left. The Republican nominee condemned the"
            + " violence. | Tom Hale",
        "The party's deputy Scottish leader Tom Hale was in Lorin on Monday. He said it was wet. |"
            + " Tom Hale",
        // between dashes, and behind a name without a comma at the end
        "The academics – who teach in Lorin, including two deans – noted that they were many. |"
            + " academics",
        "Ana Marsh, campaigns director for the Karo Foundation told the paper: \"We know.\" | Ana"
            + " Marsh",
        // a name that begins like a pronoun; an abbreviation that owns
        "\"We ask,\" He Jianli, the former director of the fund, said at a lunch. | He Jianli",
        "Ana Marsh, an expert at the U.K.'s University of Lorin who did not take part, told the"
            + " paper: \"We know.\" | Ana Marsh",
        // several people
        "A group of Karoan professors and nurses are planning a strike, saying pay is low. | group"
            + " of Karoan professors and nurses",
        "Whether Tom Hale feared the dark is open, a government official briefed on the matter told"
            + " the paper on Tuesday. | government official briefed on the matter",
        // through the press
        "The Karo Health Centre said the cases were few, according to Ana Marsh of the New York"
            + " Times. | Karo Health Centre; Ana Marsh",
        "\"It is false,\" Tom Hale wrote, according to CNBC. \"We have no patience for it.\" | Tom"
            + " Hale; Tom Hale",
        // whom the sentence before is about
        "\"We lost,\" James Hale said. David Marsh wrapped up his game in two hours. \"It is great"
            + " to have others do well.\" | James Hale; David Marsh",
        "Karo Foods said it tries. Lorin Sweets has bought beans since 2016. \"We go on,\" it said."
            + " | Karo Foods; Lorin Sweets",
        // sure of something, by a share
        "The ministry assured the public that the water was clean. | ministry",
        "Ten per cent of pupils were ill, per the Karo Health Centre. | Karo Health Centre",
        // a verdict without marks, a deed admitted, what somebody did not get
        "Ana Marsh, one of three members of the harbour board, called the plan a recipe for"
            + " trouble. | Ana Marsh",
        "Ana Marsh called the ministry a day later. | ",
        "The editor was suspended for what press secretary Ana Marsh deemed \"rude\" conduct. | Ana"
            + " Marsh",
        "Tom Hale, of Quay Road, admitted attempted murder. | Tom Hale",
        "The mayor denied Ana Marsh a second term. | ",
        "The mayor denied her a second term. | ",
        "The mayor denied the claim. | mayor",
        // a word between, a passive, a stage, an order turned before a colon
        "Karo Hockey has since acknowledged a penalty should have been given. | Karo Hockey",
        "It was suggested by Tom Hale on Monday that the captain would go. | Tom Hale",
        "David Marsh, the third player banned, only took to Twitter to admit his plan was foolish."
            + " | David Marsh",
        "\"We try,\" said Ana Marsh. Continued Marsh: \"Nobody asked.\" | Ana Marsh; Ana Marsh",
        // a name that is a month and a verb
        "May has warned members that the port will close. | May",
        "May anyone say that the port is closed? | ",
        // a family name and where its bearer works; a time before an office
        "Dr. Tom Hale said the port was safe. \"We have three piers,\" Hale with KPA said."
            + " | Tom Hale; Tom Hale",
        "On Friday the director of Karo Hospital in Lorin Province, Dr. Tom Hale, announced one"
            + " more case. | Tom Hale",
        "Ana Marsh was fined. On the following day the 23-year-old said she would stop."
            + " | Ana Marsh",
        // no day, place or paper is who has the office behind it
        "On Monday, the minister said the port was safe. | minister",
        "In Lorin, the mayor said the port was safe. | mayor",
        "In an interview with the Lorin Post, the minister said the port was safe. | minister",
        "Abe Sunday, the mayor, said the port was safe. | Abe Sunday",
        "Last week the ministry warned that the port was unsafe. | ministry",
        "Harbour Minister Ana Marsh went on to say that the port was safe. | Ana Marsh",
        // what stands between "said" and the name
        "\"We try,\" said Norwegian defence and security analyst Ana Marsh. | Ana Marsh",
        "\"We try,\" said Smith adding coach Tom Hale to the list. | Smith",
        "\"We try,\" said the union's leader, Tom Hale. | Tom Hale",
        "\"We try,\" said the mayor, Karo News reported. | mayor",
        "\"We try,\" said two officials. | two officials",
        "\"We try,\" Ana Marsh was quoted as saying by the paper. | Ana Marsh",
        "The port, Marsh added, would stay closed. | Marsh",
        "A spokesman for the airline disagreed, saying the port was safe. | spokesman for the"
            + " airline",
        "The ministry, however, said the port was safe. | ministry",
        // another apostrophe, an aside without commas, a name that a comma cuts off
        "Dr Tom Hale, the Lorin Museum`s resident researcher, said: \"It is old.\" | Tom Hale",
        "The film won. The Lorin Post dubbed it a \"gem\". Ana Marsh speaking to AFP on Monday,"
            + " said she was glad. | Lorin Post; Ana Marsh",
        "The hospital's medical superintendent Anyise Serel, said on Sunday that beds were free."
            + " | Anyise Serel",
        // judged by somebody, likened to something, and a heading
        "The claims were dismissed as \"laughable\" by his spokesman. | his spokesman",
        "The bones were described as rubbish by the museum's keeper. | museum's keeper",
        "The claims were dismissed as laughable. | ",
        "Minister Ana Marsh sent a letter to the club, demanding that it pay. | Ana Marsh",
        "DRIVER BLAMED | ",
        // not whom the sentence only names beside another
        "Ana Marsh said she was hurt. Like Marsh, Tom Hale stayed away. He added: \"I fell.\""
            + " | Ana Marsh; Tom Hale",
        "Ana Marsh said she was hurt. Rafael Nadar's conqueror Tom Hale stayed away. He added: \"I"
            + " fell.\" | Ana Marsh; Tom Hale",
        // not the firm inside the quotation
        "“At no time did Karo Records agree to this,” the production company said in a statement to"
            + " the magazine. | production company",
        // "it" is what the sentence begins with, or the one before
        "The Harbour Union opened a fund for Norland - but on Monday it told the Ledger that nobody"
            + " gave. | Harbour Union",
        "The ministry closed the pier. It said the planks were rotten. | ministry",
        "The Lorin embassy closed its doors. It said visits would go on. | Lorin embassy",
        // "she" is whom the sentence begins with, by the family name
        "Lena Maroth warned of a flood. Anna Ferrant said it was late. Maroth rose from her bench,"
            + " and she denounced the \"great silence\" of the board. | Lena Maroth; Anna Ferrant;"
            + " Lena Maroth",
        // where somebody works is no part of the name
        "Lena Hale, a diver, found the wreck. If it is raised, Hale from the museum said, ropes"
            + " will do. \"They held before,\" she said. | Lena Hale; Lena Hale",
        "\"It is a rare boat,\" said Nadia Berg the chair of the trust. | Nadia Berg",
        // asides that no comma closes
        "Tom Hale, while speaking at the pier on Monday said he was glad. | Tom Hale",
        "Opening the pier, Lena Maroth, CEO of Greenmark said, \"We begin today.\" | Lena Maroth",
        // whom somebody meets, and who tells something then
        "She had dinner with Tom Hale of the Lorin Diving Club, who told the paper, \"It was"
            + " dark.\" | Tom Hale",
        // a long office, and "and" in one
        "The pumps stood still, with Ports and Rivers deputy director Tom Hale admitting that they"
            + " had failed. | Tom Hale",
        "\"It is one of many steps,\" Greenmark's head of ships and docks, Tom Hale, told the"
            + " Ledger. | Tom Hale",
        "\"It is one of many steps,\" said the firm's head of ships and docks, Tom Hale. | Tom"
            + " Hale",
        // no verbs, or nobody's
        "The board has few answers to the question of the bells.|",
        "Wells were dug in Lorin, Varo and Belmar states.|",
        "Nine sailors now confirmed dead after the gale.|",
        "The lamp fell, while some think it was thrown.|",
      })
  void speakers_areWhoSaysIt(String text, String speakers) {
    assertThat(speakersOf(text))
        .isEqualTo(speakers == null ? List.of() : List.of(speakers.split("; ", -1)));
  }

  @Test
  void openQuotation_runsUntilAParagraphBeginsItAnew() {
    String three =
        "Tom Hale said: “These are our streets.\nThey are not theirs.\n“Go home, all of you.”";
    String none = "Tom Hale said: “These are our streets.”\nNow consider what we know about him.";

    String many =
        "Tom Hale said: “We ask.\n"
            + "The sea is ours.\n"
            + "The quay is not.\n"
            + "It is theirs.\n"
            + "They sold it.\n"
            + "It rains.\n"
            + "“Go home.”";

    assertThat(speakersOf(three)).containsExactly("Tom Hale", "Tom Hale", "Tom Hale");
    assertThat(speakersOf(many)).hasSize(7).containsOnly("Tom Hale");
    assertThat(speakersOf(none)).containsExactly("Tom Hale");
  }

  private static List<String> speakersOf(String text) {
    return ATTRIBUTION.statements(Editions.of(text, Language.ENGLISH)).stream()
        .map(statement -> statement.speaker().orElseThrow().name())
        .toList();
  }
}
