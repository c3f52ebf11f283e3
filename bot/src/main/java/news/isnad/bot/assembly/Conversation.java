package news.isnad.bot.assembly;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import news.isnad.bot.access.Access;
import news.isnad.bot.access.GroupAdministrators;
import news.isnad.bot.channel.AddChannelCommand;
import news.isnad.bot.channel.ChannelNews;
import news.isnad.bot.channel.FollowedChannels;
import news.isnad.bot.channel.Handed;
import news.isnad.bot.channel.PassedOn;
import news.isnad.bot.compose.Composer;
import news.isnad.bot.compose.Names;
import news.isnad.bot.conversation.AskCommand;
import news.isnad.bot.conversation.Audience;
import news.isnad.bot.conversation.CancelCommand;
import news.isnad.bot.conversation.Command;
import news.isnad.bot.conversation.Examples;
import news.isnad.bot.conversation.GapsCommand;
import news.isnad.bot.conversation.GeneralCommands;
import news.isnad.bot.conversation.Memory;
import news.isnad.bot.conversation.PlacedIds;
import news.isnad.bot.conversation.Router;
import news.isnad.bot.conversation.Translations;
import news.isnad.bot.conversation.WhyCommand;
import news.isnad.bot.inbox.Inbox;
import news.isnad.bot.operator.ArticleCommands;
import news.isnad.bot.operator.ArticleDecisions;
import news.isnad.bot.operator.Audit;
import news.isnad.bot.operator.GrantedRoles;
import news.isnad.bot.operator.NameCommands;
import news.isnad.bot.operator.NameProposals;
import news.isnad.bot.operator.OldArticles;
import news.isnad.bot.operator.PersonalDeeds;
import news.isnad.bot.operator.PersonalSourceWork;
import news.isnad.bot.operator.PinCommands;
import news.isnad.bot.operator.Pins;
import news.isnad.bot.operator.RoleCommands;
import news.isnad.bot.operator.RunNotices;
import news.isnad.bot.operator.SourceCommands;
import news.isnad.bot.operator.SourceImports;
import news.isnad.bot.operator.SourceLook;
import news.isnad.bot.operator.SourceNotices;
import news.isnad.bot.operator.SourceRemovals;
import news.isnad.bot.operator.SourceTrials;
import news.isnad.bot.operator.StatsCommand;
import news.isnad.bot.operator.Takedowns;
import news.isnad.bot.operator.TaughtNames;
import news.isnad.bot.outbox.Outbox;
import news.isnad.bot.reader.Doors;
import news.isnad.bot.reader.Housekeeping;
import news.isnad.bot.reader.InlineMode;
import news.isnad.bot.reader.PrivacyCommands;
import news.isnad.bot.reader.QuoteCommand;
import news.isnad.bot.subscription.AlertCommands;
import news.isnad.bot.subscription.AlertStore;
import news.isnad.bot.subscription.Alerts;
import news.isnad.bot.subscription.ForumTopics;
import news.isnad.bot.subscription.MovedChats;
import news.isnad.bot.subscription.PersonalTopics;
import news.isnad.bot.subscription.Schedules;
import news.isnad.bot.subscription.SetAsideNotices;
import news.isnad.bot.subscription.StandingQuestions;
import news.isnad.bot.subscription.StoryOf;
import news.isnad.bot.subscription.SubscriptionCommands;
import news.isnad.bot.subscription.Subscriptions;
import news.isnad.bot.subscription.TimelineCommand;
import news.isnad.bot.telegram.Message;
import news.isnad.bot.telegram.SentFiles;
import news.isnad.bot.translation.LibreTranslate;
import news.isnad.config.Settings;
import news.isnad.engine.Engine;
import news.isnad.story.Member;
import news.isnad.topic.Topics;

/** The conversation over an engine. Safe for concurrent use as far as its parts are. */
public final class Conversation implements AutoCloseable {
  /** Class-path folders of the tables that the bot keeps in the engine's store. */
  public static final List<String> MIGRATIONS =
      List.of(
          "news/isnad/bot/migrations",
          Memory.MIGRATIONS,
          SourceCommands.MIGRATIONS,
          Subscriptions.MIGRATIONS,
          PrivacyCommands.MIGRATIONS,
          FollowedChannels.MIGRATIONS);

  private final Outbox outbox;
  private final Router router;
  private final Doors doors;
  private final List<Command> commands;
  private final Alerts alerts;
  private final StandingQuestions questions;
  private final List<Topics> topics;
  private final Access access;
  private final SourceNotices notices;
  private final NameProposals proposals;
  private final RunNotices runNotices;
  private final SetAsideNotices givenUp;
  private final Takedowns takedowns;
  private final SourceTrials trials;
  private final SourceImports imports;
  private final OldArticles oldArticles;
  private final SourceRemovals removals;
  private final AskCommand ask;
  private final Housekeeping housekeeping;
  private final GrantedRoles roles;

  /**
   * What depends on where the conversation takes place. Immutable.
   *
   * @param username the bot's name, without {@code @}; empty in the terminal
   * @param files what people send
   */
  public record Place(
      Settings settings,
      GroupAdministrators administrators,
      SourceLook sources,
      Examples examples,
      String username,
      SentFiles files,
      InstantSource clock) {}

  private Conversation(
      Outbox outbox,
      Router router,
      Doors doors,
      List<Command> commands,
      Alerts alerts,
      StandingQuestions questions,
      List<Topics> topics,
      Access access,
      SourceNotices notices,
      NameProposals proposals,
      RunNotices runNotices,
      SetAsideNotices givenUp,
      Takedowns takedowns,
      SourceTrials trials,
      SourceImports imports,
      OldArticles oldArticles,
      SourceRemovals removals,
      AskCommand ask,
      Housekeeping housekeeping,
      GrantedRoles roles) {
    this.outbox = outbox;
    this.router = router;
    this.doors = doors;
    this.commands = List.copyOf(commands);
    this.alerts = alerts;
    this.questions = questions;
    this.topics = topics;
    this.access = access;
    this.notices = notices;
    this.proposals = proposals;
    this.runNotices = runNotices;
    this.givenUp = givenUp;
    this.takedowns = takedowns;
    this.trials = trials;
    this.imports = imports;
    this.oldArticles = oldArticles;
    this.removals = removals;
    this.ask = ask;
    this.housekeeping = housekeeping;
    this.roles = roles;
  }

  /** Puts the parts together. */
  public static Conversation over(Engine engine, Place place) {
    Settings settings = place.settings();
    Names names =
        (entity, language) -> engine.names().byId(entity).map(known -> known.name(language));
    Composer composer = new Composer(settings.ui().timeZone(), names);
    Memory memory = new Memory(engine.database(), engine.articles());
    GrantedRoles roles = new GrantedRoles(engine.database());
    Access access =
        new Access(
            settings.telegram().allowed(),
            settings.telegram().operators(),
            place.administrators(),
            roles);
    Subscriptions subscriptions =
        new Subscriptions(
            engine.database(),
            engine.articles(),
            each -> access.serves(each.chat(), each.person()));
    Schedules schedules = new Schedules(engine.database(), settings.ui().timeZone());
    AlertStore told = new AlertStore(engine.database());
    MovedChats moves =
        new MovedChats(
            memory, subscriptions, schedules, told, new ForumTopics(engine.database()), composer);
    Outbox outbox = new Outbox(engine.database(), place.clock(), moves);
    moves.speakThrough(outbox::enqueue);
    Topics topics = engine.topics();
    Alerts.Parts parts =
        new Alerts.Parts(
            engine.database(),
            engine.articles(),
            subscriptions,
            topics,
            engine::statements,
            Conversation.stories(engine),
            schedules,
            told,
            memory.preferences(),
            composer,
            outbox,
            place.clock());
    Pins pins = new Pins(engine.database(), engine.articles());
    AskCommand ask =
        new AskCommand(
            engine.answers(),
            composer,
            memory,
            place.examples(),
            schedules::zone,
            pins,
            translations(settings.language()));
    Function<String, Optional<Long>> sentAs =
        key -> outbox.sent(key).map(Outbox.SentMessage::messageId);
    PlacedIds placed = PlacedIds.in(engine.database());
    Audit audit = new Audit(engine.database(), place.clock());
    FollowedChannels channels = new FollowedChannels(engine.database(), audit);
    SourceTrials trials =
        new SourceTrials(
            new SourceTrials.Parts(
                engine.database(),
                engine.sources(),
                place.sources(),
                outbox,
                composer,
                place.clock()));
    List<Command> commands =
        commands(
            engine,
            place,
            composer,
            memory,
            access,
            ask,
            channels,
            schedules::zone,
            new SubscriptionCommands.Parts(
                engine.database(),
                subscriptions,
                topics,
                engine.articles(),
                engine.index(),
                engine::statements,
                memory,
                composer,
                settings.alerts().most()));
    SaidInChats said = new SaidInChats(memory, told, outbox, pins);
    SourceRemovals removals =
        new SourceRemovals(
            new SourceRemovals.Parts(
                engine, said, outbox, memory.preferences(), composer, place.clock()));
    commands.addAll(
        SourceCommands.all(
            new SourceCommands.Parts(
                engine.database(),
                engine.sources(),
                trials,
                audit,
                composer,
                removals::hide,
                channels,
                placed)));
    commands.addAll(AlertCommands.all(parts, access));
    commands.addAll(RoleCommands.all(roles, audit, access.owners(), composer));
    TaughtNames taught = TaughtNames.in(engine.database(), engine.names());
    commands.addAll(NameCommands.all(taught, engine.names(), audit, composer, placed));
    commands.addAll(
        PinCommands.all(new PinCommands.Parts(pins, memory, said::isAt, audit, composer, placed)));
    ArticleDecisions decisions = ArticleDecisions.in(engine.database(), engine.editorship());
    commands.addAll(
        ArticleCommands.all(
            new ArticleCommands.Parts(
                decisions, engine.articles(), engine.editorship(), said, audit, composer, placed)));
    commands.add(new StatsCommand(memory, engine.articles(), ask::latency, composer));
    commands.add(new GapsCommand(engine.database(), engine.articles(), composer));
    commands.add(new WhyCommand(engine.answers(), composer, memory, sentAs));
    Handed handed = new Handed(engine.database());
    commands.add(
        new PassedOn(
            handed,
            place.sources().intake(),
            place.files(),
            new QuoteCommand(engine.printedQuotes()::find, composer)::handle,
            composer));
    commands.add(new AddChannelCommand(channels, composer, placed));
    Inbox inbox = new Inbox(engine.database(), place.clock());
    commands.addAll(
        PrivacyCommands.all(
            new PrivacyCommands.Parts(
                engine.database(),
                inbox,
                outbox,
                List.of(
                    memory.personal(),
                    new PersonalTopics(),
                    new PersonalSourceWork(),
                    new PersonalDeeds(),
                    handed),
                settings.retention(),
                composer)));
    Router router =
        new Router(
            access,
            memory,
            commands,
            ask,
            composer,
            place.clock(),
            place.username(),
            sentAs,
            place.files(),
            new InlineMode(
                ask::passing,
                memory::countPassing,
                engine.printedQuotes()::find,
                inbox::hasLaterInline,
                settings.telegram().allowed().isEmpty(),
                composer),
            new ChannelNews(
                channels, engine.articles(), composer, placed, settings.telegram().noticesChat()));
    Topics asked = engine.topics();
    StandingQuestions questions =
        new StandingQuestions(
            new StandingQuestions.Parts(
                engine.database(),
                engine.articles(),
                subscriptions,
                asked,
                engine.answers(),
                memory,
                composer,
                outbox,
                place.clock()));
    SourceNotices notices =
        new SourceNotices(
            engine.sources(),
            engine.database(),
            memory.preferences(),
            composer,
            outbox,
            settings.telegram().noticesChat(),
            place.clock());
    RunNotices runNotices =
        new RunNotices(
            memory.preferences(),
            composer,
            outbox,
            settings.telegram().noticesChat(),
            new DiskSpace(engine.database().file()),
            place.clock());
    return new Conversation(
        outbox,
        router,
        new Doors(
            router,
            memory.preferences(),
            access.owners(),
            composer,
            settings.limits(),
            place.clock()),
        commands,
        new Alerts(parts),
        questions,
        List.of(topics, asked),
        access,
        notices,
        new NameProposals(
            engine,
            taught,
            placed,
            memory.preferences(),
            composer,
            outbox,
            settings.telegram().noticesChat(),
            place.clock()),
        runNotices,
        new SetAsideNotices(
            engine.database(),
            engine.articles(),
            memory.preferences(),
            composer,
            outbox,
            settings.telegram().noticesChat(),
            place.clock()),
        new Takedowns(
            decisions, taught, engine, said, outbox, memory.preferences(), composer, place.clock()),
        trials,
        new SourceImports(
            new SourceImports.Parts(
                engine.database(),
                engine.sources(),
                place.sources(),
                audit,
                outbox,
                composer,
                place.clock())),
        new OldArticles(engine, said, settings.retention(), runNotices, place.clock()),
        removals,
        ask,
        new Housekeeping(
            engine.database(), inbox, outbox, memory, audit, settings.retention(), place.clock()),
        roles);
  }

  private static Translations translations(Settings.Language language) {
    return language
        .translation()
        .<Translations>map(service -> LibreTranslate.at(service, language.translationKey()))
        .orElse(Translations.OFF);
  }

  /** As far as an edition has not been placed, its article is a story of its own. */
  private static StoryOf stories(Engine engine) {
    return edition ->
        engine
            .stories()
            .of(edition.sequence())
            .map(
                placement ->
                    new StoryOf.Place(
                        Long.toString(placement.story()),
                        engine.stories().articles(placement.story()).stream()
                            .map(Member::sequence)
                            .toList(),
                        placement.reprintOf().isPresent()))
            .orElseGet(() -> StoryOf.ARTICLE.of(edition));
  }

  private static List<Command> commands(
      Engine engine,
      Place place,
      Composer composer,
      Memory memory,
      Access access,
      AskCommand ask,
      FollowedChannels channels,
      LongFunction<ZoneId> zones,
      SubscriptionCommands.Parts subscribing) {
    List<Command> commands = new ArrayList<>();
    commands.add(GeneralCommands.start(composer, place.examples()));
    commands.add(GeneralCommands.help(composer, access, commands));
    commands.add(ask);
    commands.add(new QuoteCommand(engine.printedQuotes()::find, composer));
    commands.add(GeneralCommands.latest(composer, engine.articles()));
    commands.add(
        SourceCommands.tracked(engine.sources(), channels, engine.articles(), access, composer));
    commands.add(GeneralCommands.language(composer, memory));
    commands.addAll(SubscriptionCommands.all(subscribing));
    commands.add(new TimelineCommand(subscribing, zones));
    commands.add(new CancelCommand(composer, memory));
    return commands;
  }

  public Router router() {
    return router;
  }

  /** The router, behind the limits of a minute. */
  public Doors doors() {
    return doors;
  }

  public Outbox outbox() {
    return outbox;
  }

  public Alerts alerts() {
    return alerts;
  }

  /** The questions that wait for their answers. */
  public StandingQuestions standingQuestions() {
    return questions;
  }

  /** What tells operators of sources that go bad. */
  public SourceNotices sourceNotices() {
    return notices;
  }

  /** What proposes names that the news suggest. */
  public NameProposals nameProposals() {
    return proposals;
  }

  /** What tells operators of what alerts have given up. */
  public SetAsideNotices setAsideNotices() {
    return givenUp;
  }

  /** What tells operators how the run does. */
  public RunNotices runNotices() {
    return runNotices;
  }

  /** What takes articles down. */
  public Takedowns takedowns() {
    return takedowns;
  }

  /** What looks at addresses before they are tracked. */
  public SourceTrials sourceTrials() {
    return trials;
  }

  /** What takes in lists of sources. */
  public SourceImports sourceImports() {
    return imports;
  }

  /** Does what was begun in a terminal, and says what has come of it. Takes its time. */
  public List<Message> inTerminal() {
    List<Message> said = new ArrayList<>(trials.inTerminal());
    said.addAll(imports.inTerminal());
    return said;
  }

  /** What removes articles whose time is over. */
  public OldArticles oldArticles() {
    return oldArticles;
  }

  /** What ends removals of sources. */
  public SourceRemovals sourceRemovals() {
    return removals;
  }

  /** What is to be forgotten in time. */
  public Housekeeping housekeeping() {
    return housekeeping;
  }

  public Access access() {
    return access;
  }

  /** What was asked since the start. */
  public AskCommand.Asked asked() {
    return ask.asked();
  }

  /** Whose private chats have a menu of their own, and which. */
  public Map<Long, Audience> menus() {
    Map<Long, Audience> menus = new LinkedHashMap<>(roles.menus());
    access.owners().forEach(owner -> menus.put(owner, Audience.OWNERS));
    return menus;
  }

  /** All commands, in the order of the menu. */
  public List<Command> commands() {
    return commands;
  }

  /** What a message became in Telegram, by its key. */
  public Optional<Outbox.SentMessage> sent(String key) {
    return outbox.sent(key);
  }

  @Override
  public void close() {
    topics.forEach(Topics::close);
  }
}
