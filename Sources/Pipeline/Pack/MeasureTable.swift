import Report
import Values

/// All measures of a run as a list of the pack, without rounding: what two packs are compared by.
struct MeasureTable {
  static let fileName = "measures.csv"

  private let ran: [StepRunner.Ran]
  private let origin: PackOrigin

  init(_ ran: [StepRunner.Ran], _ origin: PackOrigin) {
    self.ran = ran
    self.origin = origin
  }

  private struct Row {
    let step: String
    let english: Measure
    let chinese: Measure
  }

  func table() -> DataTable {
    let (currency, masking) = (origin.pipeline.file.currency, origin.pipeline.file.masking)
    let rows = ran.flatMap { one -> [Row] in
      let id = one.step.id
      // The same measures in both languages, in the same order.
      let reports = [Language.english, .simplifiedChinese].map {
        one.output.report(
          Wording(language: $0, currency: currency, masking: masking), step: id
        ).measures
      }
      return zip(reports[0], reports[1]).map { Row(step: id, english: $0, chinese: $1) }
    }
    func texts(_ value: (Row) -> String) -> ColumnValues { .text(TextColumn(rows.map(value))) }
    func numbers(_ value: (Row) -> Double?) -> ColumnValues {
      .number(rows.map { value($0) ?? .nan })
    }
    let targets = Dictionary(
      origin.pipeline.file.targets.values.map { ($0.measure, $0.value) }
    ) { first, _ in first }
    return DataTable(
      name: "measures", heads: Self.heads,
      columns: [
        texts(\.step), texts(\.english.id), texts(\.english.label), texts(\.chinese.label),
        texts(\.english.unit.description), numbers(\.english.value), numbers(\.english.low),
        numbers(\.english.high), .integer(rows.map { $0.english.n.map { Int64($0) } ?? .min }),
        texts { $0.english.reason ?? "" }, numbers { origin.previous[$0.step, $0.english.id] },
        numbers { targets["\($0.step).\($0.english.id)"] },
      ])
  }

  private static let heads = [
    ColumnHead("step", .text, Phrase("Step", "步骤")),
    ColumnHead("measure", .text, Phrase("Measure", "指标")),
    ColumnHead("label_en", .text, Phrase("Meaning in English", "英文名称")),
    ColumnHead("label_zh", .text, Phrase("Meaning in Chinese", "中文名称")),
    ColumnHead("unit", .text, Phrase("Unit", "单位")),
    ColumnHead("value", .ratio, Phrase("Value in the unit's own scale", "数值")),
    ColumnHead("low", .ratio, Phrase("Low end of the interval", "区间下限")),
    ColumnHead("high", .ratio, Phrase("High end of the interval", "区间上限")),
    ColumnHead("n", .count, Phrase("Observations it rests on", "样本量")),
    ColumnHead("reason", .text, Phrase("Why it has no value", "无数值的原因")),
    ColumnHead("previous", .ratio, Phrase("Value of the run compared with", "上期数值")),
    ColumnHead("target", .ratio, Phrase("Target", "目标值")),
  ]
}
