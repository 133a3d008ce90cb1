import Report
import Values

/// A measure as the list of a pack has it.
struct RecordedMeasure {
  let step: String
  let id: String
  let label: String
  let unit: String
  /// Value, low and high end of its interval, and why there is no value.
  let figures: [String]

  var name: String { "\(step).\(id)" }
  private var value: Double? { Double(figures[0]) }

  static func all(in table: ListTable) -> [RecordedMeasure] {
    func cell(_ column: String, _ row: Int) -> String { table[column]?[row] ?? "" }
    return (0..<table.rowCount).map { row in
      RecordedMeasure(
        step: cell("step", row), id: cell("measure", row), label: cell("label_en", row),
        unit: cell("unit", row),
        figures: ["value", "low", "high", "reason"].map { cell($0, row) })
    }
  }

  func intervals(with other: RecordedMeasure) -> String {
    guard let low = Double(figures[1]), let high = Double(figures[2]),
      let otherLow = Double(other.figures[1]), let otherHigh = Double(other.figures[2])
    else { return "" }
    return low <= otherHigh && otherLow <= high ? "overlap" : "apart"
  }

  func change(from earlier: RecordedMeasure?, _ intervals: String) -> PackComparison.MeasureChange {
    PackComparison.MeasureChange(
      step: step, id: id, label: label, unit: unit, before: earlier?.value, now: value,
      intervals: intervals)
  }

  var gone: PackComparison.MeasureChange {
    PackComparison.MeasureChange(
      step: step, id: id, label: label, unit: unit, before: value, now: nil, intervals: "gone")
  }
}
