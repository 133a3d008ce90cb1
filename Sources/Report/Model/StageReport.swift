import Values

/// What one stage says, free of any format: measures, findings and pages.
package struct StageReport: Sendable {
  package var measures: [Measure]
  package var findings: [Finding]
  package var pages: [Page]
  /// What a reader must know before trusting the figures.
  package var warnings: [String]

  package init(
    measures: [Measure] = [], findings: [Finding] = [], pages: [Page] = [], warnings: [String] = []
  ) {
    self.measures = measures
    self.findings = findings
    self.pages = pages
    self.warnings = warnings
  }
}

/// A sentence worth a manager's time, with what could be done about it.
package struct Finding: Sendable, Equatable {
  package enum Severity: Int, Comparable, Sendable {
    case note
    case good
    case warning
    case alarm

    package static func < (left: Severity, right: Severity) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// Stable name: `rfm.at-risk`.
  package var id: String
  package var severity: Severity
  /// What it weighs, to sort findings of one severity: money at stake in major units, or 0.
  package var weight: Double
  package var sentence: String
  /// The anchor of the page that shows it.
  package var page: String
  package var action: String?
  /// Who would do it.
  package var owner: String?
  /// Says how the whole has changed: such a sentence opens the summary.
  package var isLead: Bool

  package init(
    id: String, severity: Severity, weight: Double = 0, sentence: String, page: String,
    action: String? = nil, owner: String? = nil, isLead: Bool = false
  ) {
    self.id = id
    self.severity = severity
    self.weight = weight
    self.sentence = sentence
    self.page = page
    self.action = action
    self.owner = owner
    self.isLead = isLead
  }
}

/// One question, its answer in the first line, a picture and a table.
package struct Page: Sendable {
  /// Anchor in both documents: the step id, with a suffix where a step has several pages.
  package var anchor: String
  /// At most 31 characters: also the name of the sheet.
  package var title: String
  package var question: String
  /// The answer: one sentence.
  package var headline: String
  package var blocks: [Block]

  package init(
    anchor: String, title: String, question: String, headline: String, blocks: [Block]
  ) {
    self.anchor = anchor
    self.title = title
    self.question = question
    self.headline = headline
    self.blocks = blocks
  }

  package enum Block: Sendable {
    case heading(String)
    case paragraph(String)
    case cards([Measure])
    case findings([Finding])
    /// Findings' actions with owner.
    case actions([Finding])
    case contents([Link])
    case chart(Chart)
    case table(ReportTable)
    case notes([Note])
  }

  package struct Link: Sendable, Equatable {
    package var anchor: String
    package var title: String
    package var question: String

    package init(anchor: String, title: String, question: String) {
      self.anchor = anchor
      self.title = title
      self.question = question
    }
  }
}

/// How a figure came about: below the tables of its page.
package struct Note: Sendable, Equatable {
  package enum Kind: Sendable {
    /// The formula in words.
    case method
    /// Title, year, equation or page.
    case source
    /// A choice of ours or of the settings: refunds, zero amounts, ties, currency, same-day orders.
    case policy
    case caution
  }

  package var kind: Kind
  package var text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
