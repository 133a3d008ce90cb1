package import Exports
package import Pipeline
package import Values

/// The account file by file, the rules that rows broke, and the quality of each column.
package struct QualityOutput: StageOutput {
  package struct Newest: Sendable {
    package let contract: String
    package let day: Day
  }

  package let asOf: Day
  let scope: Source.Scope
  let settings: QualitySettings
  package let files: [FileAccount]
  package private(set) var columns: [ColumnQuality]
  /// The newest day of each dated contract.
  package let newest: [Newest]
  let duplicates: CustomerDuplicates

  package var read: Int { files.reduce(0) { $0 + $1.read } }
  package var rejected: Int { files.reduce(0) { $0 + $1.rejected } }

  /// A part of the rows read; nil where nothing was read.
  func share(_ part: (FileAccount) -> Int) -> Double? {
    read > 0 ? Double(files.reduce(0) { $0 + part($1) }) / Double(read) : nil
  }

  /// Cells with a value among all cells of current rows and of rows rejected for want of one.
  ///
  /// Nil too where a column must not tell them, for the others would leave only its own.
  package var completeness: Double? {
    guard !hidesAny else { return nil }
    let filled = columns.reduce(0) { $0 + $1.filled }
    let all = columns.reduce(0) { $0 + $1.rows + $1.missingRejected }
    return all > 0 ? Double(filled) / Double(all) : nil
  }

  var hidesAny: Bool { columns.contains { $0.hidesRows || $0.hidesFilled } }

  package func age(_ day: Day) -> Int { asOf - day }

  package static func tables(_ currency: Currency) -> [ResultTable] {
    [
      ResultTable(
        "account", Phrase("What became of the rows of a file, one row each", "各文件行数去向，每行一个文件"),
        accountHeads),
      ResultTable(
        "rules", Phrase("Rows rejected or excluded, by rule and column", "按规则与列统计的拒收与排除行数"),
        ruleHeads),
      ResultTable(
        "columns", Phrase("Quality of a column, one row each", "各列数据质量，每行一列"), columnHeads),
    ] + duplicateTables
  }

  private static let accountHeads = [
    ColumnHead("file", .text, Phrase("File", "文件")),
    ColumnHead("contract", .text, Phrase("Contract", "数据类型")),
    ColumnHead("encoding", .text, Phrase("Encoding", "编码")),
    ColumnHead(
      "encoding_basis", .text, Phrase("What the encoding was taken for", "编码判定依据")),
    ColumnHead("read", .count, Phrase("Rows read", "读取行数")),
    ColumnHead("accepted", .count, Phrase("Rows whose key was new", "新接收行数")),
    ColumnHead("merged", .count, Phrase("Rows that replaced one of the same key", "覆盖同键旧行的行数")),
    ColumnHead("rejected", .count, Phrase("Rows that broke a rule", "违反规则而拒收的行数")),
    ColumnHead("excluded", .count, Phrase("Rows left out by the pipeline", "按流程规则排除的行数")),
    ColumnHead("withdrawn", .count, Phrase("Earlier rows no longer listed", "被新文件撤下的旧行数")),
    ColumnHead("rounded", .count, Phrase("Amounts that were rounded", "金额舍入的行数")),
    ColumnHead("rejected_share", .share, Phrase("Rejected rows among those read", "拒收占比")),
    ColumnHead("balanced", .text, Phrase("Whether every row is accounted for", "账目是否平衡")),
  ]

  private static let ruleHeads = [
    ColumnHead("file", .text, Phrase("File", "文件")),
    ColumnHead("contract", .text, Phrase("Contract", "数据类型")),
    ColumnHead("kind", .text, Phrase("Rejected or excluded", "拒收或排除")),
    ColumnHead("rule", .text, Phrase("Rule", "规则")),
    ColumnHead("column", .text, Phrase("Column", "列")),
    ColumnHead("rows", .count, Phrase("Rows", "行数")),
  ]

  private static let columnHeads = [
    ColumnHead("contract", .text, Phrase("Contract", "数据类型")),
    ColumnHead("column", .text, Phrase("Column", "列")),
    ColumnHead("required", .text, Phrase("Whether a value must be there", "是否必填")),
    ColumnHead("rows", .count, Phrase("Current rows", "当前行数")),
    ColumnHead("filled", .count, Phrase("Current rows with a value", "有值行数")),
    ColumnHead("completeness", .share, Phrase("Share of rows with a value", "完整率")),
    ColumnHead("invalid", .count, Phrase("Rows rejected by the column's rules", "因该列违规而拒收的行数")),
    ColumnHead("validity", .share, Phrase("Share of values that passed", "有效率")),
    ColumnHead("distinct", .count, Phrase("Distinct values", "不同值的个数")),
    ColumnHead("uniqueness", .share, Phrase("Distinct values among all values", "唯一率")),
    ColumnHead("newest", .day, Phrase("Newest day", "最新日期")),
    ColumnHead("age", .days, Phrase("Days from the newest to the as-of date", "距统计日天数")),
  ]

  package func table(_ name: String) -> DataTable {
    switch name {
    case "account": accountTable
    case "rules": rulesTable
    case "columns": columnsTable
    case "duplicates": duplicateTable
    case "duplicate_pairs": pairTable
    case "merge_map": mergeTable
    default: preconditionFailure("quality has no table \(name)")
    }
  }

  private var accountTable: DataTable {
    var rows = ResultRows(Self.accountHeads)
    for file in files {
      rows.add([
        .text(file.file), .text(file.contract), .text(file.encoding),
        .text(file.encodingBasis), .count(file.read),
        .count(file.accepted), .count(file.merged), .count(file.rejected), .count(file.excluded),
        .count(file.withdrawn), .count(file.rounded),
        .number(file.read > 0 ? Double(file.rejected) / Double(file.read) : nil),
        .text(file.isBalanced ? "yes" : "no"),
      ])
    }
    return rows.table("account")
  }

  private var rulesTable: DataTable {
    var rows = ResultRows(Self.ruleHeads)
    for file in files {
      for (kind, counts) in [
        ("rejected", file.rejectedByRule), ("excluded", file.excludedByRule),
      ] {
        for count in counts {
          rows.add([
            .text(file.file), .text(file.contract), .text(kind), .text(count.rule),
            .text(count.column), .count(count.rows),
          ])
        }
      }
    }
    return rows.table("rules")
  }

  private var columnsTable: DataTable {
    var rows = ResultRows(Self.columnHeads)
    for column in columns {
      rows.add([
        .text(column.contract), .text(column.column), .text(column.isRequired ? "yes" : "no"),
        .count(column.toldRows), .count(column.toldFilled), .number(column.completeness),
        .count(column.invalidRejected), .number(column.validity), .count(column.distinct),
        .number(column.uniqueness), .day(column.newest),
        .number(column.newest.map { Double(age($0)) }),
      ])
    }
    return rows.table("columns")
  }
}

extension QualityOutput {
  /// How many answered each question of the survey, as the quality of its columns tells it.
  package var answers: AnswerTables {
    var tables = AnswerTables()
    let asked = columns.filter { isQuestion($0) }
    guard let rows = asked.first?.rows else { return tables }
    tables.declare(responses.subject, levels: [1])
    tables.add(AnswerCell(responses, counts: [rows], telling: .total))
    for column in asked {
      let cell = filled(column)
      tables.declare(cell.subject, levels: [1])
      tables.add(AnswerCell(cell, counts: [column.filled], telling: .total))
      tables.add(limit: AnswerCell.ID("\(scope.rawValue)/\(column.column)"), to: cell)
      tables.add(limit: cell, to: responses)
    }
    return tables
  }

  package func hiding(_ cells: Set<AnswerCell.ID>) -> QualityOutput {
    var copy = self
    for index in columns.indices where columns[index].contract == "survey" {
      copy.columns[index].hidesRows = cells.contains(responses)
      copy.columns[index].hidesFilled =
        isQuestion(columns[index]) && cells.contains(filled(columns[index]))
    }
    return copy
  }

  private var responses: AnswerCell.ID { AnswerCell.ID("\(scope.rawValue)/responses") }

  private func filled(_ column: ColumnQuality) -> AnswerCell.ID {
    AnswerCell.ID("\(scope.rawValue)/filled/\(column.column)")
  }

  private func isQuestion(_ column: ColumnQuality) -> Bool {
    column.contract == "survey"
      && (["nps", "csat", "ces"].contains(column.column) || column.column.hasPrefix("item_"))
  }
}
