package import Diagnostics
package import Report
package import Values

/// One step of a pipeline: reads typed columns, computes, returns one typed result.
///
/// Settings build the stage, the input is made from a source, `run` is pure, the output reports.
package protocol Stage: Sendable {
  associatedtype Settings: StageSettings
  associatedtype Input: StageInput where Input.Settings == Settings
  associatedtype Output: StageOutput

  /// YAML key, subcommand, default step id: `rfm`.
  static var name: String { get }
  /// One sentence: what the reader learns.
  static var summary: Phrase { get }
  /// A step of a pipeline file whose settings work; parsed by a test.
  static var example: String { get }
  /// The formulae in words, with their sources, for `clientele stages NAME` and the appendix.
  static var method: [Method] { get }

  /// Fails when settings contradict each other.
  init(_ settings: Settings) throws(Diagnostic)
  /// A pure function of settings and input: no file, clock, environment or random source.
  func run(_ input: Input) throws(Diagnostic) -> Output
}

/// One formula or rule of a stage, with the place where it is published.
package struct Method: Sendable {
  package let title: Phrase
  /// The formula with its symbols, the same in every language.
  package let formula: String
  /// What it means to the reader of a report.
  package let meaning: Phrase
  /// Author, title, year, equation or page.
  package let source: String

  package init(title: Phrase, formula: String, meaning: Phrase, source: String) {
    self.title = title
    self.formula = formula
    self.meaning = meaning
    self.source = source
  }
}

/// What a stage computes on, made from the facts and from the outputs of earlier steps.
package protocol StageInput: Sendable {
  associatedtype Settings: StageSettings
  static func needs(_ settings: Settings) -> [Need]
  init(from source: Source, _ settings: Settings) throws(Diagnostic)
}

/// Something that must be there before a stage can run, or that it uses where it is there.
package enum Need: Hashable, Sendable {
  /// Orders reduced to purchase days; from exports, the store, or a file.
  case purchaseDays
  /// Purchase days, or the rows of a contract that stand for them.
  case purchaseDaysOr(contract: String)
  /// The current rows of a contract.
  case facts(contract: String, required: Bool)
  /// Some columns of the current rows of a contract: millions of rows with all their columns would
  /// not fit. A step that asks for all of them has them all laid before this one too.
  case columns(contract: String, [String], required: Bool)
  /// What became of every row that was read.
  case account
  /// The output of an earlier step.
  case output(step: String, required: Bool)
}

extension Collection<Need> {
  /// Whether orders are reduced to purchase days where there are any.
  package var takesPurchaseDays: Bool {
    contains { need in
      switch need {
      case .purchaseDays, .purchaseDaysOr: true
      case .facts, .columns, .account, .output: false
      }
    }
  }
}

/// A typed result that fills tables and makes one report.
package protocol StageOutput: Sendable {
  /// The tables this output fills; the first is the main one.
  static func tables(_ currency: Currency) -> [ResultTable]
  /// The values of one of those tables; its heads equal the declared ones.
  func table(_ name: String) -> DataTable
  /// What there is to say, in one language; page anchors start with the step id.
  func report(_ wording: Wording, step: String) -> StageReport
  /// How many people gave which answers, as far as tables or report tell it; empty by default.
  var answers: AnswerTables { get }
  /// The same without the figures of these cells.
  func hiding(_ cells: Set<AnswerCell.ID>) -> Self
}

/// The declaration of a result table: name, what a row is, columns.
package struct ResultTable: Sendable {
  package let name: String
  package let summary: Phrase
  package let heads: [ColumnHead]

  package init(_ name: String, _ summary: Phrase, _ heads: [ColumnHead]) {
    self.name = name
    self.summary = summary
    self.heads = heads
  }
}
