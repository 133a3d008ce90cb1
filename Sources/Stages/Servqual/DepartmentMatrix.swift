import Pipeline
import Statistics

/// How departments judge each other: providers by consumers.
///
/// Source: Frost & Kumar, *INTSERVQUAL: an internal adaptation of the GAP model in a large service
/// organisation*, Journal of Services Marketing 14(5), 2000.
struct DepartmentMatrix: Sendable {
  struct Cell: Sendable {
    let provider: Int
    let consumer: Int
    private(set) var score: ServqualScore

    fileprivate init(provider: Int, consumer: Int, score: ServqualScore) {
      self.provider = provider
      self.consumer = consumer
      self.score = score
    }

    func hiding() -> Cell { Cell(provider: provider, consumer: consumer, score: score.hiding()) }

    func hiding(_ questions: Set<ServqualQuestion>) -> Cell {
      Cell(provider: provider, consumer: consumer, score: score.hiding(questions))
    }
  }

  /// Two departments that judged each other: A's service to B against B's service to A.
  struct Pair: Sendable {
    let one: String
    let other: String
    /// As `one` serves `other`.
    let given: ServqualFigure
    /// As `other` serves `one`.
    let returned: ServqualFigure
    let difference: TTest?
    /// Holm's, over all pairs.
    fileprivate(set) var adjusted: Double?
  }

  let providers: [String]
  let consumers: [String]
  /// Pairs with answers, by provider, then consumer.
  private(set) var cells: [Cell]

  /// nil where the export does not name both sides.
  init?(_ input: ServqualInput, _ focus: SurveyGroups.Focus?, _ answered: [Bool]) {
    guard let provider = input.providers, let consumer = input.consumers else { return nil }
    providers = provider.labels
    consumers = consumer.labels
    let whole = input.groups.whole(focus)
    let width = consumer.labels.count
    var places = [Int32](repeating: -1, count: provider.labels.count * width)
    for row in whole.indices where whole[row] >= 0 && answered[row] {
      places[Int(provider.codes[row]) * width + Int(consumer.codes[row])] = 0
    }
    let pairs = places.indices.filter { places[$0] == 0 }
    for (index, pair) in pairs.enumerated() { places[pair] = Int32(index) }
    var respondents = [Int](repeating: 0, count: pairs.count)
    let codes = whole.indices.map { row -> Int32 in
      guard whole[row] >= 0, answered[row] else { return -1 }
      let place = places[Int(provider.codes[row]) * width + Int(consumer.codes[row])]
      respondents[Int(place)] += 1
      return place
    }
    var sums = ServqualSums(input.form, groups: pairs.count)
    sums.add(
      expectations: input.expectations, perceptions: input.perceptions, group: codes,
      rows: 0..<codes.count)
    cells = pairs.enumerated().map { index, pair in
      Cell(
        provider: pair / width, consumer: pair % width,
        score: ServqualScore(
          "", n: respondents[index], sums.gaps(of: [index])))
    }
  }

  func cell(_ provider: String, _ consumer: String) -> Cell? {
    cells.first { providers[$0.provider] == provider && consumers[$0.consumer] == consumer }
  }

  /// Departments that judged each other, both ways told; a department with itself is left out.
  var pairs: [Pair] {
    var pairs: [Pair] = []
    for cell in cells {
      let one = providers[cell.provider]
      let other = consumers[cell.consumer]
      guard one < other, !one.isEmpty, let back = self.cell(other, one),
        let given = cell.score.figures[.overall], let returned = back.score.figures[.overall],
        let left = given.gap ?? given.perception, let right = returned.gap ?? returned.perception
      else { continue }
      pairs.append(
        Pair(
          one: one, other: other, given: given, returned: returned,
          difference: TTest.welch(left, less: right), adjusted: nil))
    }
    for (index, p) in Holm.adjusted(pairs.map { $0.difference?.pValue }).enumerated() {
      pairs[index].adjusted = p
    }
    return pairs
  }

  func place(_ cell: Cell, _ whole: [String]) -> [String] {
    whole + ["provider=\(providers[cell.provider])", "consumer=\(consumers[cell.consumer])"]
  }

  func hiding(_ isHidden: (Cell) -> Bool, below minCell: Int) -> DepartmentMatrix {
    var copy = self
    copy.cells = cells.map { isHidden($0) ? $0.hiding() : $0 }
    // What few answered in full is not told of anyone.
    if ServqualScore.isRare(.overall, in: copy.cells.map(\.score), minCell) {
      copy.cells = copy.cells.map { $0.hiding([.overall]) }
    }
    return copy
  }
}

extension ServqualInput {
  var providers: GroupColumn? { groups.dimensions.first { $0.kind == .provider }?.groups }
  var consumers: GroupColumn? { groups.dimensions.first { $0.kind == .consumer }?.groups }
}
