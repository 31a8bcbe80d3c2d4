using System.Collections.Immutable;

namespace Trappa.Diagnostics;

/// <summary>The table of everything that can be wrong. The words are in the language's file, under the same id.</summary>
public static class Codes
{
    // 0xx: files and folders.
    /// <summary>Bytes that are not UTF-8.</summary>
    public static Code NotUtf8 { get; } = Error("TR001", nameof(NotUtf8));
    /// <summary>A byte order mark, at the start or anywhere else.</summary>
    public static Code ByteOrderMark { get; } = Error("TR002", nameof(ByteOrderMark));
    /// <summary>A NUL character.</summary>
    public static Code NulCharacter { get; } = Error("TR003", nameof(NulCharacter));
    /// <summary>Marks that a merge left behind.</summary>
    public static Code ConflictMark { get; } = Error("TR004", nameof(ConflictMark));
    /// <summary>A symbolic link that leads out of the project.</summary>
    public static Code LinkOutOfFolder { get; } = Error("TR005", nameof(LinkOutOfFolder));
    /// <summary>A file or folder that may not be read.</summary>
    public static Code Unreadable { get; } = Error("TR006", nameof(Unreadable));
    /// <summary>A folder whose name ends as a page's.</summary>
    public static Code FolderNamedAsPage { get; } = Error("TR007", nameof(FolderNamedAsPage));
    /// <summary>A text larger than any guide needs.</summary>
    public static Code FileTooLarge { get; } = Error("TR008", nameof(FileTooLarge));
    /// <summary>No content folder, or nothing in it.</summary>
    public static Code NoContent { get; } = Error("TR009", nameof(NoContent));
    /// <summary>A file that is neither text nor picture that the site can use.</summary>
    public static Code UnknownFile { get; } = Warning("TR010", nameof(UnknownFile));

    /// <summary>A picture that is of another kind than its name says.</summary>
    public static Code PictureOfOtherKind { get; } = Error("TR011", nameof(PictureOfOtherKind));
    /// <summary>A file with a picture's name that no browser can show.</summary>
    public static Code PictureNotShown { get; } = Error("TR012", nameof(PictureNotShown));
    /// <summary>A picture that is not whole, or cannot be decoded.</summary>
    public static Code PictureBroken { get; } = Error("TR013", nameof(PictureBroken));
    /// <summary>A picture with more pixels than a computer can be asked to hold.</summary>
    public static Code PictureTooManyPixels { get; } = Error("TR014", nameof(PictureTooManyPixels));
    /// <summary>A picture that is heavy for readers, in the size that they get.</summary>
    public static Code PictureHeavy { get; } = Warning("TR015", nameof(PictureHeavy));
    /// <summary>A file that the guide reads by another name, which differs in its ending or its letters' case alone.</summary>
    public static Code AlmostFileName { get; } = Error("TR016", nameof(AlmostFileName));
    /// <summary>A file among the templates that nothing uses.</summary>
    public static Code UnusedTemplate { get; } = Warning("TR017", nameof(UnusedTemplate));

    // 1xx: YAML, front matter and settings.
    /// <summary>YAML that cannot be read.</summary>
    public static Code YamlSyntax { get; } = Error("TR101", nameof(YamlSyntax));
    /// <summary>A tab where YAML wants spaces.</summary>
    public static Code YamlTab { get; } = Error("TR102", nameof(YamlTab));
    /// <summary>Anchors and aliases, which can be made to explode.</summary>
    public static Code YamlAnchor { get; } = Error("TR103", nameof(YamlAnchor));
    /// <summary>The same key twice.</summary>
    public static Code DuplicateKey { get; } = Error("TR104", nameof(DuplicateKey));
    /// <summary>A quotation mark that is not closed.</summary>
    public static Code UnclosedQuote { get; } = Error("TR105", nameof(UnclosedQuote));
    /// <summary>YAML nested deeper than any setting is.</summary>
    public static Code YamlTooDeep { get; } = Error("TR106", nameof(YamlTooDeep));
    /// <summary>Front matter without its second line of dashes.</summary>
    public static Code FrontMatterNotClosed { get; } = Error("TR107", nameof(FrontMatterNotClosed));
    /// <summary>A file of settings or the like with nothing in it.</summary>
    public static Code EmptyFile { get; } = Error("TR108", nameof(EmptyFile));
    /// <summary>A field that nobody knows.</summary>
    public static Code UnknownField { get; } = Error("TR110", nameof(UnknownField));
    /// <summary>A list where a text is wanted, or the like.</summary>
    public static Code WrongType { get; } = Error("TR111", nameof(WrongType));
    /// <summary>A required field that is missing or empty.</summary>
    public static Code MissingField { get; } = Error("TR112", nameof(MissingField));
    /// <summary>A date that is none.</summary>
    public static Code NotADate { get; } = Error("TR113", nameof(NotADate));
    /// <summary>A value outside the few that are allowed.</summary>
    public static Code UnknownValue { get; } = Error("TR114", nameof(UnknownValue));
    /// <summary>An address that is not of the form wanted.</summary>
    public static Code BadAddress { get; } = Error("TR115", nameof(BadAddress));
    /// <summary>A language without a file.</summary>
    public static Code UnknownLanguage { get; } = Error("TR116", nameof(UnknownLanguage));
    /// <summary>A quote's file with nothing to say.</summary>
    public static Code QuoteWithoutText { get; } = Error("TR117", nameof(QuoteWithoutText));
    /// <summary>A part of an address with other signs than small letters, digits and hyphens.</summary>
    public static Code BadSlug { get; } = Error("TR118", nameof(BadSlug));

    /// <summary>An address of before that is no address on this site.</summary>
    public static Code BadAlias { get; } = Error("TR119", nameof(BadAlias));

    /// <summary>A language that is chosen by another language's word for it.</summary>
    public static Code LanguageByOtherWord { get; } = Error("TR120", nameof(LanguageByOtherWord));
    /// <summary>Fields at the top of a page that are written as other programs want them.</summary>
    public static Code FrontMatterOfOtherKind { get; } = Error("TR121", nameof(FrontMatterOfOtherKind));

    /// <summary>An address, folder or file in a language's file with other signs than small letters, digits and hyphens.</summary>
    public static Code BadNameInLanguage { get; } = Error("TR122", nameof(BadNameInLanguage));
    /// <summary>A word in a language's file with a place for something that is never filled in.</summary>
    public static Code UnknownPlaceholder { get; } = Error("TR124", nameof(UnknownPlaceholder));
    /// <summary>Two things in a language's file that are called the same.</summary>
    public static Code SameNameInLanguage { get; } = Error("TR125", nameof(SameNameInLanguage));
    /// <summary>A section of a step that is called what a field of its own is called.</summary>
    public static Code SectionNameTaken { get; } = Error("TR126", nameof(SectionNameTaken));
    /// <summary>A line that is meant as an item of a list, and goes on with the one above or cannot be read.</summary>
    public static Code AlmostItem { get; } = Error("TR127", nameof(AlmostItem));
    /// <summary>A quote that is more than one paragraph.</summary>
    public static Code QuoteOfParts { get; } = Warning("TR128", nameof(QuoteOfParts));
    /// <summary>A quote in quotation marks, which the page sets as well.</summary>
    public static Code QuoteInMarks { get; } = Warning("TR129", nameof(QuoteInMarks));

    // 2xx: Markdown and references.
    /// <summary>A reference to a step that is not there.</summary>
    public static Code UnknownStep { get; } = Error("TR201", nameof(UnknownStep));
    /// <summary>A reference to a quote that is not there.</summary>
    public static Code UnknownQuote { get; } = Error("TR202", nameof(UnknownQuote));
    /// <summary>A reference to a term that is not there.</summary>
    public static Code UnknownTerm { get; } = Error("TR203", nameof(UnknownTerm));
    /// <summary>A reference to a resource that is not there.</summary>
    public static Code UnknownResource { get; } = Error("TR204", nameof(UnknownResource));
    /// <summary>A fact that site.yaml does not have.</summary>
    public static Code UnknownFact { get; } = Error("TR205", nameof(UnknownFact));
    /// <summary>A link to a page or file that is not there.</summary>
    public static Code UnknownPage { get; } = Error("TR206", nameof(UnknownPage));
    /// <summary>A link that would run something, or of a kind nobody expects.</summary>
    public static Code UnsafeLink { get; } = Error("TR207", nameof(UnsafeLink));
    /// <summary>Marks nested deeper than anybody writes.</summary>
    public static Code MarkdownTooDeep { get; } = Error("TR208", nameof(MarkdownTooDeep));
    /// <summary>A heading level that skips one (WCAG 2.2 SC 1.3.1).</summary>
    public static Code HeadingSkipped { get; } = Error("TR209", nameof(HeadingSkipped));
    /// <summary>A second heading of the first level.</summary>
    public static Code SecondTopHeading { get; } = Error("TR210", nameof(SecondTopHeading));
    /// <summary>A heading without words (WCAG 2.2 SC 2.4.6).</summary>
    public static Code EmptyHeading { get; } = Error("TR211", nameof(EmptyHeading));
    /// <summary>A link without words (WCAG 2.2 SC 2.4.4).</summary>
    public static Code EmptyLinkText { get; } = Error("TR212", nameof(EmptyLinkText));
    /// <summary>A link that does not say where it goes (WCAG 2.2 SC 2.4.9).</summary>
    public static Code VagueLinkText { get; } = Error("TR213", nameof(VagueLinkText));
    /// <summary>A picture without alternative text (WCAG 2.2 SC 1.1.1).</summary>
    public static Code ImageWithoutText { get; } = Error("TR214", nameof(ImageWithoutText));
    /// <summary>HTML that is shown as text, because site.yaml does not let it through.</summary>
    public static Code HtmlShownAsText { get; } = Warning("TR216", nameof(HtmlShownAsText));
    /// <summary>A ::: block that nobody knows.</summary>
    public static Code UnknownBlock { get; } = Error("TR217", nameof(UnknownBlock));
    /// <summary>A quote that shows a quote.</summary>
    public static Code QuoteInQuote { get; } = Error("TR218", nameof(QuoteInQuote));
    /// <summary>More links in one paragraph than anyone writes.</summary>
    public static Code TooManyMarks { get; } = Error("TR219", nameof(TooManyMarks));

    /// <summary>Braces that begin a fact and hold none, so that readers would see them.</summary>
    public static Code BrokenFact { get; } = Error("TR220", nameof(BrokenFact));
    /// <summary>Brackets and parentheses that are almost a link, so that readers would see them.</summary>
    public static Code AlmostLink { get; } = Error("TR221", nameof(AlmostLink));
    /// <summary>A line that is almost a heading.</summary>
    public static Code AlmostHeading { get; } = Warning("TR222", nameof(AlmostHeading));
    /// <summary>A picture that is not there.</summary>
    public static Code UnknownPicture { get; } = Error("TR223", nameof(UnknownPicture));
    /// <summary>A link or note that refers to something the text does not have, so that readers would see its brackets.</summary>
    public static Code LostReference { get; } = Warning("TR224", nameof(LostReference));
    /// <summary>A note that nothing refers to, so that nobody would see it.</summary>
    public static Code UnusedNote { get; } = Warning("TR225", nameof(UnusedNote));
    /// <summary>A link to a file that is there, but for those who edit.</summary>
    public static Code UnpublishedPage { get; } = Error("TR226", nameof(UnpublishedPage));
    /// <summary>Colons and a name that are almost a quote, so that readers would see them.</summary>
    public static Code AlmostQuote { get; } = Error("TR227", nameof(AlmostQuote));
    /// <summary>A callout of a kind that is not known.</summary>
    public static Code UnknownCallout { get; } = Warning("TR228", nameof(UnknownCallout));
    /// <summary>A callout's first line where no callout can begin, so that readers would see it.</summary>
    public static Code AlmostCallout { get; } = Warning("TR229", nameof(AlmostCallout));

    // 3xx: the guide as a whole.
    /// <summary>Two pages on one address.</summary>
    public static Code SameAddress { get; } = Error("TR301", nameof(SameAddress));
    /// <summary>A quote that no page shows.</summary>
    public static Code UnusedQuote { get; } = Warning("TR302", nameof(UnusedQuote));
    /// <summary>A layout that is not there.</summary>
    public static Code UnknownLayout { get; } = Error("TR303", nameof(UnknownLayout));
    /// <summary>No address, so what needs one is left out.</summary>
    public static Code NoAddress { get; } = Warning("TR304", nameof(NoAddress));
    /// <summary>Two steps with the same place on the ladder.</summary>
    public static Code SameOrder { get; } = Error("TR305", nameof(SameOrder));
    /// <summary>A long word without soft hyphens.</summary>
    public static Code LongWord { get; } = Warning("TR306", nameof(LongWord));
    /// <summary>Something whose time is over.</summary>
    public static Code DatePassed { get; } = Warning("TR307", nameof(DatePassed));
    /// <summary>Two things with the same name.</summary>
    public static Code SameName { get; } = Error("TR308", nameof(SameName));
    /// <summary>Something whose time is over and that must not stand after it.</summary>
    public static Code DateExpired { get; } = Error("TR309", nameof(DateExpired));

    // 31x: addresses outside the guide.
    /// <summary>An outside address that failed on several days.</summary>
    public static Code LinkDead { get; } = Error("TR310", nameof(LinkDead));
    /// <summary>An outside address that fails, and has not done so for long.</summary>
    public static Code LinkFailing { get; } = Warning("TR311", nameof(LinkFailing));
    /// <summary>An outside address that is another now, for good.</summary>
    public static Code LinkMoved { get; } = Warning("TR312", nameof(LinkMoved));
    /// <summary>An outside address that a program cannot or may not check.</summary>
    public static Code LinkUnchecked { get; } = Warning("TR313", nameof(LinkUnchecked));
    /// <summary>No server can be reached, which is no fault of theirs.</summary>
    public static Code NoNetwork { get; } = Error("TR314", nameof(NoNetwork));
    /// <summary>A file of what is known of outside addresses that cannot be read.</summary>
    public static Code LinkStateUnreadable { get; } = Error("TR315", nameof(LinkStateUnreadable));
    /// <summary>The same where it cannot be written.</summary>
    public static Code LinkStateUnwritable { get; } = Error("TR316", nameof(LinkStateUnwritable));
    /// <summary>A guide so large that readers' phones do not keep it, and that does not say whether they should.</summary>
    public static Code NotKept { get; } = Warning("TR317", nameof(NotKept));
    /// <summary>A resource that has an address and is said to lack one, so that nobody sees it.</summary>
    public static Code AddressNotShown { get; } = Warning("TR318", nameof(AddressNotShown));

    // 33x–35x: the decision flow.
    /// <summary>An answer that leads to something that is not there.</summary>
    public static Code FlowUnknownTarget { get; } = Error("TR330", nameof(FlowUnknownTarget));
    /// <summary>An answer that leads nowhere.</summary>
    public static Code FlowAnswerLeadsNowhere { get; } = Error("TR331", nameof(FlowAnswerLeadsNowhere));
    /// <summary>A flow that begins with a question that is not there.</summary>
    public static Code FlowUnknownStart { get; } = Error("TR332", nameof(FlowUnknownStart));
    /// <summary>A flow that does not say with which question it begins.</summary>
    public static Code FlowWithoutStart { get; } = Error("TR333", nameof(FlowWithoutStart));
    /// <summary>Questions that lead in a circle.</summary>
    public static Code FlowCircle { get; } = Error("TR334", nameof(FlowCircle));
    /// <summary>An answer that leads to its own question.</summary>
    public static Code FlowAnswerToItself { get; } = Error("TR335", nameof(FlowAnswerToItself));
    /// <summary>A question that no way leads to.</summary>
    public static Code FlowQuestionUnreached { get; } = Error("TR336", nameof(FlowQuestionUnreached));
    /// <summary>An outcome that no way leads to.</summary>
    public static Code FlowOutcomeUnreached { get; } = Error("TR337", nameof(FlowOutcomeUnreached));
    /// <summary>A step that no way leads to.</summary>
    public static Code FlowStepUnreached { get; } = Error("TR338", nameof(FlowStepUnreached));
    /// <summary>A way with more questions than the flow allows.</summary>
    public static Code FlowTooLong { get; } = Error("TR339", nameof(FlowTooLong));
    /// <summary>A question that is not put to each reader.</summary>
    public static Code FlowQuestionWithoutWords { get; } = Error("TR340", nameof(FlowQuestionWithoutWords));
    /// <summary>An answer that a reader cannot see.</summary>
    public static Code FlowAnswerWithoutWords { get; } = Error("TR341", nameof(FlowAnswerWithoutWords));
    /// <summary>Two answers to a question that read the same.</summary>
    public static Code FlowSameAnswers { get; } = Error("TR342", nameof(FlowSameAnswers));
    /// <summary>An answer whose words are the value of another.</summary>
    public static Code FlowAnswerSaysAnother { get; } = Error("TR343", nameof(FlowAnswerSaysAnother));
    /// <summary>Somebody who lands where the opposite of what they said holds.</summary>
    public static Code FlowContradiction { get; } = Error("TR344", nameof(FlowContradiction));
    /// <summary>A profile that names a question that is not there.</summary>
    public static Code FlowUnknownVariable { get; } = Error("TR345", nameof(FlowUnknownVariable));
    /// <summary>A profile with a value that no answer gives.</summary>
    public static Code FlowUnknownValue { get; } = Error("TR346", nameof(FlowUnknownValue));
    /// <summary>Two things in a flow with one name.</summary>
    public static Code FlowSameId { get; } = Error("TR347", nameof(FlowSameId));
    /// <summary>A name in a flow with other signs than letters, digits and hyphens.</summary>
    public static Code FlowBadId { get; } = Error("TR348", nameof(FlowBadId));
    /// <summary>More questions, answers, outcomes or readers than anyone writes.</summary>
    public static Code FlowTooLarge { get; } = Error("TR349", nameof(FlowTooLarge));
    /// <summary>A question with fewer than two answers.</summary>
    public static Code FlowFewAnswers { get; } = Error("TR350", nameof(FlowFewAnswers));
    /// <summary>An outcome that has nothing to say to a reader.</summary>
    public static Code FlowOutcomeWithoutWords { get; } = Error("TR351", nameof(FlowOutcomeWithoutWords));
    /// <summary>How many more faults of one kind there are than are told.</summary>
    public static Code FlowMoreFaults { get; } = Error("TR359", nameof(FlowMoreFaults));

    // 36x–38x: what is printed.
    /// <summary>A preset of cards that does not fit its sheet.</summary>
    public static Code PresetTooLarge { get; } = Error("TR360", nameof(PresetTooLarge));
    /// <summary>Cards nearer to the sheet's edge than printers reach.</summary>
    public static Code PresetMargin { get; } = Warning("TR361", nameof(PresetMargin));
    /// <summary>A measure that is none, or that nobody could print.</summary>
    public static Code BadMeasure { get; } = Error("TR362", nameof(BadMeasure));
    /// <summary>Text that does not fit its card.</summary>
    public static Code CardTextTooLong { get; } = Error("TR363", nameof(CardTextTooLong));
    /// <summary>A word wider than the card that cannot be broken.</summary>
    public static Code CardWordTooLong { get; } = Error("TR364", nameof(CardWordTooLong));
    /// <summary>A field with more lines than its own limit.</summary>
    public static Code CardFieldTooLong { get; } = Error("TR365", nameof(CardFieldTooLong));
    /// <summary>Fields left out of a card, as its settings let them be.</summary>
    public static Code CardFieldsDropped { get; } = Warning("TR366", nameof(CardFieldsDropped));
    /// <summary>A flow that is too high for both sides of a card.</summary>
    public static Code FlowTooHighForCard { get; } = Warning("TR367", nameof(FlowTooHighForCard));
    /// <summary>A flow with a word that is too wide for a card.</summary>
    public static Code FlowTooWideForCard { get; } = Warning("TR368", nameof(FlowTooWideForCard));
    /// <summary>Cards with nothing on their back.</summary>
    public static Code CardBackEmpty { get; } = Warning("TR369", nameof(CardBackEmpty));
    /// <summary>A sheet without room for its ruler.</summary>
    public static Code NoRoomForRuler { get; } = Warning("TR370", nameof(NoRoomForRuler));
    /// <summary>A sign on a print page that the print font lacks.</summary>
    public static Code SignNotInFont { get; } = Warning("TR371", nameof(SignNotInFont));

    /// <summary>Text that does not fit its page of the folded booklet.</summary>
    public static Code BookletTextTooLong { get; } = Error("TR372", nameof(BookletTextTooLong));
    /// <summary>More steps than the folded booklet has room for, so there is none.</summary>
    public static Code BookletLeftOut { get; } = Warning("TR373", nameof(BookletLeftOut));
    /// <summary>A flow that does not fit its page of the folded booklet, which says where it is instead.</summary>
    public static Code BookletFlowLeftOut { get; } = Warning("TR374", nameof(BookletFlowLeftOut));
    /// <summary>A page that the folded booklet should quote and that is not there.</summary>
    public static Code BookletUnknownPage { get; } = Error("TR375", nameof(BookletUnknownPage));
    /// <summary>A language with letters that the print font lacks.</summary>
    public static Code LanguageNotInFont { get; } = Warning("TR376", nameof(LanguageNotInFont));
    /// <summary>Words for the card that are as they were, of a list that is not.</summary>
    public static Code OldCardText { get; } = Warning("TR377", nameof(OldCardText));

    // 38x: codes and sheets.

    /// <summary>An address too long for a code that phones read off a card.</summary>
    public static Code AddressTooLongForCode { get; } = Warning("TR380", nameof(AddressTooLongForCode));

    // 39x: what holds for a time.
    /// <summary>Something whose first day is to come.</summary>
    public static Code NotYetValid { get; } = Warning("TR390", nameof(NotYetValid));
    /// <summary>Something whose last day is at most a month away.</summary>
    public static Code DateNear { get; } = Warning("TR391", nameof(DateNear));
    /// <summary>An edition older than the guide's own limit.</summary>
    public static Code EditionOld { get; } = Warning("TR392", nameof(EditionOld));

    /// <summary>A dated passage without a day.</summary>
    public static Code PassageWithoutDay { get; } = Error("TR393", nameof(PassageWithoutDay));
    /// <summary>A dated passage that never ends.</summary>
    public static Code PassageNotClosed { get; } = Error("TR394", nameof(PassageNotClosed));

    /// <summary>A step's name of the edition before.</summary>
    public static Code OldName { get; } = Warning("TR395", nameof(OldName));
    /// <summary>A last day that is before the first.</summary>
    public static Code DaysReversed { get; } = Error("TR396", nameof(DaysReversed));
    /// <summary>Something that was checked on a day that is to come.</summary>
    public static Code CheckedAhead { get; } = Warning("TR397", nameof(CheckedAhead));
    /// <summary>A fact that is to be left out some day, where its absence would leave a hole.</summary>
    public static Code FactCannotLeave { get; } = Error("TR398", nameof(FactCannotLeave));

    // 4xx: templates.
    /// <summary>A template that cannot be read.</summary>
    public static Code TemplateSyntax { get; } = Error("TR401", nameof(TemplateSyntax));
    /// <summary>A name in a template that stands for nothing.</summary>
    public static Code TemplateVariable { get; } = Error("TR402", nameof(TemplateVariable));
    /// <summary>A template that goes round for ever, or writes more than a page can hold.</summary>
    public static Code TemplateLimit { get; } = Error("TR403", nameof(TemplateLimit));
    /// <summary>A layout or partial that is not there.</summary>
    public static Code TemplateInclude { get; } = Error("TR404", nameof(TemplateInclude));
    /// <summary>Partials that include each other in a circle.</summary>
    public static Code TemplateCircle { get; } = Error("TR405", nameof(TemplateCircle));
    /// <summary>Anything else that goes wrong in a template.</summary>
    public static Code TemplateFault { get; } = Error("TR406", nameof(TemplateFault));
    /// <summary>A style sheet with a brace, comment or quotation mark that lacks its other half.</summary>
    public static Code StyleSyntax { get; } = Error("TR407", nameof(StyleSyntax));
    /// <summary>A link of a finished page that leads nowhere.</summary>
    public static Code BrokenLink { get; } = Error("TR410", nameof(BrokenLink));
    /// <summary>A link to a place that its page does not have.</summary>
    public static Code BrokenFragment { get; } = Error("TR411", nameof(BrokenFragment));
    /// <summary>An id that stands twice on a page.</summary>
    public static Code DuplicateId { get; } = Error("TR412", nameof(DuplicateId));
    /// <summary>Headings of a finished page: none of the first level, two, a skipped level, or one without words.</summary>
    public static Code PageHeadings { get; } = Error("TR413", nameof(PageHeadings));
    /// <summary>A link of a finished page without words.</summary>
    public static Code PageLinkText { get; } = Error("TR414", nameof(PageLinkText));
    /// <summary>A picture of a finished page without alternative text.</summary>
    public static Code PageImageText { get; } = Error("TR415", nameof(PageImageText));
    /// <summary>An icon that the generator cannot draw in pixels.</summary>
    public static Code IconNotDrawable { get; } = Warning("TR420", nameof(IconNotDrawable));

    // 5xx: writing.
    /// <summary>An output folder that is, or holds, what the build reads.</summary>
    public static Code OutputOverSources { get; } = Error("TR501", nameof(OutputOverSources));
    /// <summary>An output folder among what the build reads.</summary>
    public static Code OutputInsideSources { get; } = Error("TR502", nameof(OutputInsideSources));
    /// <summary>A file where the output folder should be.</summary>
    public static Code OutputIsFile { get; } = Error("TR503", nameof(OutputIsFile));
    /// <summary>A symbolic link where the output folder should be.</summary>
    public static Code OutputIsLink { get; } = Error("TR504", nameof(OutputIsLink));
    /// <summary>An output folder with something in it that no build put there.</summary>
    public static Code OutputNotOurs { get; } = Error("TR505", nameof(OutputNotOurs));
    /// <summary>Another build that writes the same folder.</summary>
    public static Code OutputBusy { get; } = Error("TR506", nameof(OutputBusy));
    /// <summary>No room for the site on the disk.</summary>
    public static Code DiskFull { get; } = Error("TR507", nameof(DiskFull));
    /// <summary>A folder that may not be written.</summary>
    public static Code OutputNotPermitted { get; } = Error("TR508", nameof(OutputNotPermitted));
    /// <summary>An address longer than the file system takes.</summary>
    public static Code OutputPathTooLong { get; } = Error("TR509", nameof(OutputPathTooLong));
    /// <summary>Any other refusal of the file system.</summary>
    public static Code OutputFailed { get; } = Error("TR510", nameof(OutputFailed));
    /// <summary>No browser to print with, so the PDFs are left out.</summary>
    public static Code PdfsLeftOut { get; } = Warning("TR520", nameof(PdfsLeftOut));
    /// <summary>The PDFs were asked for and could not be made.</summary>
    public static Code PdfsFailed { get; } = Error("TR521", nameof(PdfsFailed));

    // 6xx: editions, words, links.
    /// <summary>A frozen edition that cannot be read.</summary>
    public static Code EditionUnreadable { get; } = Error("TR600", nameof(EditionUnreadable));
    /// <summary>A step or page of the latest frozen edition whose address leads nowhere now.</summary>
    public static Code AddressLost { get; } = Error("TR601", nameof(AddressLost));

    // 70x–72x: words, told by their report alone.
    /// <summary>Words that were not looked up, as hunspell or its dictionary is missing or fails.</summary>
    public static Code SpellingLeftOut { get; } = Warning("TR700", nameof(SpellingLeftOut));
    /// <summary>A word that neither the dictionary nor the guide knows.</summary>
    public static Code Misspelt { get; } = Warning("TR701", nameof(Misspelt));
    /// <summary>A quotation mark, dash, apostrophe or row of full stops that is typed otherwise than it is read.</summary>
    public static Code WrongSign { get; } = Warning("TR703", nameof(WrongSign));
    /// <summary>Spaces that are none of the usual ones, or too many.</summary>
    public static Code OddSpace { get; } = Warning("TR704", nameof(OddSpace));
    /// <summary>A soft hyphen or another sign that does not show.</summary>
    public static Code InvisibleSign { get; } = Warning("TR705", nameof(InvisibleSign));
    /// <summary>A list with the bullets of another program.</summary>
    public static Code PastedBullet { get; } = Warning("TR706", nameof(PastedBullet));
    /// <summary>Letters as typesetting or another program puts them: drawn together, or an accent by itself.</summary>
    public static Code LettersDrawnTogether { get; } = Warning("TR707", nameof(LettersDrawnTogether));
    /// <summary>A word split at the end of a line where it was copied from.</summary>
    public static Code SplitWord { get; } = Warning("TR708", nameof(SplitWord));
    /// <summary>A page whose LIX is above the guide's limit.</summary>
    public static Code HardPage { get; } = Warning("TR710", nameof(HardPage));
    /// <summary>A sentence with more words than the guide's limit.</summary>
    public static Code LongSentence { get; } = Warning("TR711", nameof(LongSentence));
    /// <summary>A word on the guide's list of words to avoid.</summary>
    public static Code WordToAvoid { get; } = Warning("TR720", nameof(WordToAvoid));
    /// <summary>A word that readers use where the guide has another.</summary>
    public static Code SynonymInText { get; } = Warning("TR721", nameof(SynonymInText));
    /// <summary>A word that stands in two forms.</summary>
    public static Code TwoForms { get; } = Warning("TR722", nameof(TwoForms));
    /// <summary>What a fact says, written by hand.</summary>
    public static Code FactByHand { get; } = Warning("TR724", nameof(FactByHand));
    /// <summary>What a fact said in an earlier edition, written by hand.</summary>
    public static Code OldFactByHand { get; } = Warning("TR725", nameof(OldFactByHand));

    // 74x: the editing page.
    /// <summary>A repository that is not of the form owner/name.</summary>
    public static Code BadRepository { get; } = Error("TR740", nameof(BadRepository));
    /// <summary>A guide that asks for the editing page, built without the packages that it is made of.</summary>
    public static Code EditPageLeftOut { get; } = Warning("TR741", nameof(EditPageLeftOut));
    /// <summary>A folder of packages that lacks one of them, or has another version.</summary>
    public static Code EditPackageMissing { get; } = Error("TR742", nameof(EditPackageMissing));

    // 76x: what readers are owed.
    /// <summary>A picture or the like that pages would fetch from another site.</summary>
    public static Code FetchedFromElsewhere { get; } = Error("TR760", nameof(FetchedFromElsewhere));

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<Code> All { get; } =
    [
        NotUtf8, ByteOrderMark, NulCharacter, ConflictMark, LinkOutOfFolder, Unreadable, FolderNamedAsPage,
        FileTooLarge, NoContent, UnknownFile, PictureOfOtherKind, PictureNotShown, PictureBroken, PictureTooManyPixels, PictureHeavy, AlmostFileName, UnusedTemplate,
        YamlSyntax, YamlTab, YamlAnchor, DuplicateKey, UnclosedQuote, YamlTooDeep, FrontMatterNotClosed, EmptyFile,
        UnknownField, WrongType, MissingField, NotADate, UnknownValue, BadAddress, UnknownLanguage,
        QuoteWithoutText, BadSlug, BadAlias, LanguageByOtherWord, FrontMatterOfOtherKind,
        BadNameInLanguage, UnknownPlaceholder, SameNameInLanguage, SectionNameTaken, AlmostItem, QuoteOfParts, QuoteInMarks,
        UnknownStep, UnknownQuote, UnknownTerm, UnknownResource, UnknownFact, UnknownPage, UnsafeLink,
        MarkdownTooDeep, HeadingSkipped, SecondTopHeading, EmptyHeading, EmptyLinkText, VagueLinkText,
        ImageWithoutText, HtmlShownAsText, UnknownBlock, QuoteInQuote, TooManyMarks, BrokenFact, AlmostLink, AlmostHeading, UnknownPicture,
        LostReference, UnusedNote, UnpublishedPage, AlmostQuote, UnknownCallout, AlmostCallout,
        SameAddress, UnusedQuote, UnknownLayout, NoAddress, SameOrder, LongWord, DatePassed, SameName, DateExpired,
        LinkDead, LinkFailing, LinkMoved, LinkUnchecked, NoNetwork, LinkStateUnreadable, LinkStateUnwritable, NotKept, AddressNotShown,
        FlowUnknownTarget, FlowAnswerLeadsNowhere, FlowUnknownStart, FlowWithoutStart, FlowCircle, FlowAnswerToItself,
        FlowQuestionUnreached, FlowOutcomeUnreached, FlowStepUnreached, FlowTooLong, FlowQuestionWithoutWords, FlowAnswerWithoutWords,
        FlowSameAnswers, FlowAnswerSaysAnother, FlowContradiction, FlowUnknownVariable, FlowUnknownValue, FlowSameId,
        FlowBadId, FlowTooLarge, FlowFewAnswers, FlowOutcomeWithoutWords, FlowMoreFaults,
        PresetTooLarge, PresetMargin, BadMeasure, CardTextTooLong, CardWordTooLong, CardFieldTooLong, CardFieldsDropped,
        FlowTooHighForCard, FlowTooWideForCard, CardBackEmpty, NoRoomForRuler, SignNotInFont, BookletTextTooLong, BookletLeftOut,
        BookletFlowLeftOut, BookletUnknownPage, LanguageNotInFont, OldCardText, AddressTooLongForCode,
        NotYetValid, DateNear, EditionOld, PassageWithoutDay, PassageNotClosed, OldName, DaysReversed, CheckedAhead, FactCannotLeave,
        TemplateSyntax, TemplateVariable, TemplateLimit, TemplateInclude, TemplateCircle, TemplateFault, StyleSyntax,
        BrokenLink, BrokenFragment, DuplicateId, PageHeadings, PageLinkText, PageImageText, IconNotDrawable,
        OutputOverSources, OutputInsideSources, OutputIsFile, OutputIsLink, OutputNotOurs, OutputBusy, DiskFull,
        OutputNotPermitted, OutputPathTooLong, OutputFailed, PdfsLeftOut, PdfsFailed,
        EditionUnreadable, AddressLost,
        SpellingLeftOut, Misspelt, WrongSign, OddSpace, InvisibleSign, PastedBullet, LettersDrawnTogether, SplitWord,
        HardPage, LongSentence, WordToAvoid, SynonymInText, TwoForms, FactByHand, OldFactByHand,
        BadRepository, EditPageLeftOut, EditPackageMissing, FetchedFromElsewhere,
    ];

    private static Code Error(string id, string name) => new(id, name, Severity.Error);

    private static Code Warning(string id, string name) => new(id, name, Severity.Warning);
}
