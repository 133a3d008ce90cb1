import Exports
package import Pipeline
import Values

/// Customers in the four fields of the matrix.
package struct MatrixOutput: StageOutput {
  /// The customers of one field, added up.
  struct Sum: Sendable, Equatable {
    var customers = 0
    /// Minor units.
    var revenue: Int64 = 0
    var orders: Int64 = 0
    /// Value to come of those that have one, minor units.
    var potential: Int64 = 0

    mutating func add(_ customer: Int, _ input: MatrixInput) {
      customers += 1
      revenue += input.revenue[customer]
      orders += Int64(input.orders[customer])
      if let coming = input.potential?[customer], coming != .min { potential += coming }
    }
  }

  let settings: MatrixSettings
  let input: MatrixInput
  /// The axes as they are drawn: another where nothing was known of one of the settings.
  package let x: MatrixAxis
  package let y: MatrixAxis
  let xValues: [Double]
  let yValues: [Double]
  package let xCut: Double?
  package let yCut: Double?
  /// The field of each customer; -1 where one of the axes has no value.
  let field: [Int8]
  let sums: [Sum]
  /// Sides of the other axis of which no answers may be told.
  private(set) var hiddenSides: Set<Bool> = []
  /// Nothing at all may be told of the answers.
  private(set) var isAllHidden = false

  init(
    settings: MatrixSettings, input: MatrixInput, x: MatrixAxis, y: MatrixAxis, xValues: [Double],
    yValues: [Double], xCut: Double?, yCut: Double?, field: [Int8], sums: [Sum]
  ) {
    self.settings = settings
    self.input = input
    self.x = x
    self.y = y
    self.xValues = xValues
    self.yValues = yValues
    self.xCut = xCut
    self.yCut = yCut
    self.field = field
    self.sums = sums
  }

  var placed: Int { sums.reduce(0) { $0 + $1.customers } }
  var revenue: Int64 { sums.reduce(0) { $0 + $1.revenue } }

  func sum(_ field: MatrixField) -> Sum { sums[field.rawValue] }

  func meaning(_ field: MatrixField) -> MatrixMeaning {
    MatrixMeaning(field, x, y, own: settings.names)
  }

  // MARK: Answers

  /// Whether an axis is made of answers: then the fields tell what people answered.
  var hasAnswers: Bool { x == .satisfaction || y == .satisfaction }

  /// Whether a customer's own field may be told: an answer of one person.
  var mayList: Bool { !hasAnswers || input.minCell <= 1 }

  /// Whether the other axis, which is not made of answers, is high in a field.
  private func side(_ field: MatrixField) -> Bool {
    x == .satisfaction ? field.yIsHigh : field.xIsHigh
  }

  /// Whether the number of customers of a field may be told.
  func tells(_ field: MatrixField) -> Bool {
    !hasAnswers || (!isAllHidden && !hiddenSides.contains(side(field)))
  }

  /// Whether the revenue of a field may be told: that of few customers would tell who they are, and
  /// what is left of their side would tell it too.
  func tellsRevenue(_ field: MatrixField) -> Bool {
    guard hasAnswers else { return true }
    let beside = MatrixField.allCases.filter { side($0) == side(field) }
    return tells(field)
      && beside.allSatisfy { sum($0).customers == 0 || sum($0).customers >= input.minCell }
  }

  /// Where the axis of answers is cut, as far as it may be told.
  var tellsCuts: Bool { !hasAnswers || !isAllHidden }

  /// Whose answers: the same people, item and cuts in another step are the same subject.
  private var subject: String {
    [
      input.scope.rawValue, "matrix", settings.item, x.rawValue, y.rawValue,
      settings.xCut.echoed.line, settings.yCut.echoed.line,
      settings.months.map(String.init) ?? "all", settings.refunds.rawValue,
    ].joined(separator: "/")
  }

  private func cell(_ side: Bool?) -> AnswerCell.ID {
    let other = x == .satisfaction ? y : x
    return AnswerCell.ID(
      subject, side.map { ["\(other.rawValue)=\($0 ? "high" : "low")"] } ?? [])
  }

  /// Content or not, of all and of either side of the other axis.
  package var answers: AnswerTables {
    var tables = AnswerTables()
    guard hasAnswers else { return tables }
    tables.declare(subject, levels: [0, 1])
    func counts(_ wanted: Bool?) -> [Int] {
      [false, true].map { isContent in
        MatrixField.allCases.filter { field in
          (x == .satisfaction ? field.xIsHigh : field.yIsHigh) == isContent
            && (wanted.map { $0 == side(field) } ?? true)
        }.reduce(0) { $0 + sum($1).customers }
      }
    }
    for side in [nil, false, true] {
      tables.add(AnswerCell(cell(side), counts: counts(side), telling: .levels))
    }
    tables.add(whole: cell(nil), parts: [cell(false), cell(true)])
    return tables
  }

  package func hiding(_ cells: Set<AnswerCell.ID>) -> MatrixOutput {
    guard hasAnswers else { return self }
    var copy = self
    for side in [false, true] where cells.contains(cell(side)) { copy.hiddenSides.insert(side) }
    copy.isAllHidden = isAllHidden || cells.contains(cell(nil))
    return copy
  }
}
