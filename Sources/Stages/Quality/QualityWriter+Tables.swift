import Exports
import Report
import Values

extension QualityWriter {
  var accountTable: ReportTable {
    let numbers = [
      P.read, P.accepted, P.merged, P.rejected, P.excluded, P.withdrawn, P.rounded,
    ]
    let counts: [(FileAccount) -> Int] = [
      \.read, \.accepted, \.merged, \.rejected, \.excluded, \.withdrawn, \.rounded,
    ]
    var rows = output.files.map { file -> [ReportTable.Cell] in
      [.text(file.file), .text(wording(P.contract(file.contract)))]
        + counts.map { .number(Double($0(file))) }
        + [
          file.read > 0
            ? .number(Double(file.rejected) / Double(file.read))
            : .missing(wording(P.nothingRead)),
          .text(wording(file.isBalanced ? P.yes : P.no)),
        ]
    }
    rows.append(
      [.text(wording(P.total)), .text("")]
        + counts.map { count in .number(Double(output.files.reduce(0) { $0 + count($1) })) }
        + [
          output.share(\.rejected).map { .number($0) } ?? .missing(wording(P.nothingRead)),
          .text(wording(output.files.allSatisfy(\.isBalanced) ? P.yes : P.no)),
        ])
    return ReportTable(
      id: "\(step)_account", title: wording(P.accountTitle),
      columns: [.init(wording(P.file), .text), .init(wording(P.contract), .text)]
        + numbers.map { .init(wording($0), .count) }
        + [.init(wording(P.rejectedShare), .share), .init(wording(P.balanced), .text)],
      rows: rows, totalRows: output.files.count, hasTotal: true)
  }

  /// Rejected and excluded rows with a file; zero counts left out.
  var rules: [(file: FileAccount, isRejected: Bool, count: FileAccount.RuleCount)] {
    output.files.flatMap { file in
      file.rejectedByRule.map { (file, true, $0) } + file.excludedByRule.map { (file, false, $0) }
    }.filter { $0.2.rows > 0 }
  }

  var rulesTable: ReportTable {
    ReportTable(
      id: "\(step)_rules", title: wording(P.rulesTitle),
      columns: [P.file, P.kind, P.rule, P.column].map { .init(wording($0), .text) }
        + [.init(wording(P.rows), .count)],
      rows: rules.map { file, isRejected, count in
        [
          .text(file.file), .text(wording(isRejected ? P.rejected : P.excluded)),
          .text(isRejected ? wording(P.rule(count.rule)) : count.rule),
          .text(column(count.column, of: file.contract)), .number(Double(count.rows)),
        ]
      })
  }

  /// Rows rejected by each rule over all files, most first.
  var rulesChart: Chart? {
    var rows: [(rule: String, rows: Int)] = []
    for count in output.files.flatMap(\.rejectedByRule) where count.rows > 0 {
      if let index = rows.firstIndex(where: { $0.rule == count.rule }) {
        rows[index].rows += count.rows
      } else {
        rows.append((count.rule, count.rows))
      }
    }
    rows.sort { ($1.rows, $0.rule) < ($0.rows, $1.rule) }
    guard let first = rows.first, rows.count > 1 else { return nil }
    return Chart(
      id: "\(step)-rules", title: wording(P.chartTitle),
      altText: wording(P.chartAlt, ["rule": .phrase(P.rule(first.rule)), "n": .count(first.rows)]),
      kind: .bars(
        categories: rows.map { wording(P.rule($0.rule)) }, values: rows.map { Double($0.rows) },
        alarms: []),
      style: .prose(.count))
  }

  var freshTable: ReportTable {
    ReportTable(
      id: "\(step)_newest", title: wording(P.freshTitle),
      columns: [
        .init(wording(P.contract), .text), .init(wording(P.newest), .day),
        .init(wording(P.age), .days),
      ],
      rows: output.newest.map {
        [
          .text(wording(P.contract($0.contract))), .day($0.day),
          .number(Double(output.age($0.day))),
        ]
      })
  }

  var columnsTable: ReportTable {
    let nothing = ReportTable.Cell.missing(wording(P.noValue))
    let hidden = ReportTable.Cell.missing(wording(P.hidden))
    return ReportTable(
      id: "\(step)_columns", title: wording(P.columnsTitle),
      columns: [
        .init(wording(P.contract), .text), .init(wording(P.column), .text),
        .init(wording(P.required), .text), .init(wording(P.rows), .count),
        .init(wording(P.completeness), .share, shading: .bar),
        .init(wording(P.validity), .share), .init(wording(P.distinct), .count),
        .init(wording(P.uniqueness), .share),
      ],
      rows: output.columns.map { column in
        let none = column.hidesRows || column.hidesFilled ? hidden : nothing
        return [
          .text(wording(P.contract(column.contract))),
          .text(self.column(column.column, of: column.contract)),
          .text(wording(column.isRequired ? P.yes : P.no)),
          column.toldRows.map { .number(Double($0)) } ?? hidden,
          column.completeness.map { .number($0) } ?? none,
          column.validity.map { .number($0) } ?? none,
          column.distinct.map { .number(Double($0)) } ?? none,
          column.uniqueness.map { .number($0) } ?? none,
        ]
      })
  }

  /// What the contract says a column means; members of families with their own name behind.
  private func column(_ name: String, of contract: String) -> String {
    guard !name.isEmpty else { return wording(P.wholeRow) }
    let declared = Contracts.named(contract)
    if let field = declared?.field(name) { return wording(field.meaning) }
    if let family = declared?.family(of: name) {
      return wording(
        P.member,
        [
          "family": .phrase(family.meaning),
          "name": .text(String(name.dropFirst(family.name.count + 1))),
        ])
    }
    return name
  }
}
