/// What a file must satisfy to be taken in: the limits that keep a spoiled export out of a report.
///
/// Limits judge a file, never a row, and change nothing that is read: they are no part of a file's
/// identity, and a file that was taken in is not judged again when a limit changes.
package struct Guards: Sendable, Equatable {
  /// What a column that the last file of the source had, and this one has not, leads to.
  package enum ColumnsGone: String, CaseIterable, Sendable {
    case stop
    case allow
  }

  /// Largest share of rejected rows among the rows read.
  package var maxRejected: Double
  /// Fewest rows that are not rejected.
  package var minRows: Int
  /// Largest share of rows lost against the last file of the source.
  package var maxDrop: Double
  /// Largest share of rows that take the place of an earlier row of the same file.
  package var maxRepeated: Double
  package var columnsGone: ColumnsGone
  /// Most days from the newest day of the contract's files to the as-of day; nil where it may be
  /// any number.
  package var maxAge: Int?

  /// Shares of fewer rows than this say nothing.
  static let fewestJudged = 3

  package init(
    maxRejected: Double = 0.2, minRows: Int = 1, maxDrop: Double = 0.5, maxRepeated: Double = 0.05,
    columnsGone: ColumnsGone = .stop, maxAge: Int? = nil
  ) {
    self.maxRejected = maxRejected
    self.minRows = minRows
    self.maxDrop = maxDrop
    self.maxRepeated = maxRepeated
    self.columnsGone = columnsGone
    self.maxAge = maxAge
  }

  /// Takes in every file.
  package static let none = Guards(
    maxRejected: 1, minRows: 0, maxDrop: 1, maxRepeated: 1, columnsGone: .allow)

  /// For a stage by hand, whose account is on the screen: a file needs rows, no more.
  package static let byHand = Guards(maxRejected: 1, maxDrop: 1, maxRepeated: 1)
}
