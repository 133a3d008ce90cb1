import Diagnostics
import Store
import Values

/// How old the newest day of the files of a contract is; asked for by `max_age` alone.
///
/// The last file is judged with all before it: one that brings nothing new enough is not taken in.
struct SourceAge {
  private let export: ContractFiles
  private let asOf: Day?
  private let store: Store
  private var newest: Day?
  private var isTold = false

  init(_ export: ContractFiles, asOf: Day?, _ store: Store) {
    self.export = export
    self.asOf = asOf
    self.store = store
  }

  /// Whether anybody asks for the age.
  var isAsked: Bool {
    export.guards.maxAge != nil && asOf != nil && export.contract.dateField != nil
  }

  mutating func add(_ day: Day?) {
    if let day { newest = max(newest ?? day, day) }
  }

  /// A file that is in the store already.
  mutating func add(_ record: FileRecord) throws(Diagnostic) {
    guard isAsked, let field = export.contract.dateField else { return }
    add(
      try store.newestDay(of: record.id, in: export.contract.name, column: field.name))
  }

  /// What is wrong when the last file has come and brings this day.
  mutating func problem(withLast file: ExportFile, _ day: Day?) -> Diagnostic? {
    guard isAsked, file == export.files.last, let asOf else { return nil }
    let known = [newest, day].compactMap(\.self).max()
    let problem = export.guards.tooOld(
      known, asOf: asOf, contract: export.contract.name, at: file.name)
    isTold = problem != nil
    return problem
  }

  /// What is wrong with all that is in the store; nil where it was told already.
  var problem: Diagnostic? {
    guard isAsked, !isTold, let asOf, let last = export.files.last else { return nil }
    return export.guards.tooOld(newest, asOf: asOf, contract: export.contract.name, at: last.name)
  }
}
