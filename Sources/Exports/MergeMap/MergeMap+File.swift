package import Diagnostics
import Tabular
import Values

extension MergeMap {
  /// The map of a CSV file with the columns `customer_id` and `merge_into`, in the form of the list
  /// `merge_map` of stage `quality`; other columns are for people.
  package static func read(csv path: String, name: String) throws(Diagnostics) -> MergeMap {
    let entries: [Entry]
    do throws(Diagnostics) {
      entries = try read(path, name)
    } catch {
      // A merge map is part of the settings, whatever it is written in.
      throw Diagnostics(
        error.all.map { problem in
          var problem = problem
          problem.kind = .configuration
          if problem.place?.line ?? 1 == 1 {
            problem.help = "begin the file with the line customer_id,merge_into"
          }
          return problem
        })
    }
    return try MergeMap(entries)
  }

  private static func read(_ path: String, _ name: String) throws(Diagnostics) -> [Entry] {
    let (source, layout) = try Diagnostics.one { () throws(Diagnostic) in
      let source = try ByteSource.open(path)
      return (source, try Sniffer.layout(of: source))
    }
    let map = try HeaderMap(
      fields: [
        .init("customer_id", aliases: ["customer", "客户编号", "客户ID", "客戶編號"], isRequired: true),
        .init("merge_into", aliases: ["into", "合并到", "并入", "合併到", "併入"], isRequired: true),
      ], header: layout.header, file: name, line: layout.headerLine)
    let specs = ["customer_id", "merge_into"].compactMap { field in
      map.column(of: field).map { ColumnSpec(field, .key, at: $0, isRequired: true) }
    }
    let table = try Diagnostics.one { () throws(Diagnostic) in
      try TableReader(source, layout, specs).readAll()
    }
    var problems = Diagnostics()
    for reject in table.rejects {
      problems.add(
        Diagnostic(
          .configuration, "merge-row",
          reject.problems.map {
            $0.rule == .required
              ? "'\($0.column)' names no customer"
              : "\($0.column.isEmpty ? "the row" : $0.column): \($0.rule.rawValue) '\($0.found)'"
          }.joined(separator: "; "),
          at: .init(name, line: reject.line),
          help: "name the customer and the one it is merged into, or delete the row"))
    }
    try problems.throwIfAny()
    guard case .text(let customers)? = table.values("customer_id"),
      case .text(let targets)? = table.values("merge_into")
    else { preconditionFailure("required columns are mapped") }
    return (0..<table.rowCount).map { row in
      Entry(
        FormulaGuard.removed(from: customers[row]), into: FormulaGuard.removed(from: targets[row]),
        at: .init(name, line: table.lines[row]))
    }
  }
}
