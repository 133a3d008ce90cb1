package import Diagnostics
package import Store

/// The files that were in the store before a run: what its files are held against.
package struct PreviousFiles {
  private let records: [FileRecord]
  private let fields: [FileRecord.ID: [String]]

  package init(_ store: Store, _ sets: [ContractFiles]) throws(Diagnostic) {
    let contracts = Set(sets.map(\.contract.name))
    records = try store.files().filter { contracts.contains($0.contract) }
    var fields: [FileRecord.ID: [String]] = [:]
    for set in sets {
      for file in set.files {
        guard let last = Self.last(file, in: set.contract.name, records), fields[last.id] == nil
        else { continue }
        fields[last.id] = try store.fields(of: last.id)
      }
    }
    self.fields = fields
  }

  /// What a run would say of columns that are gone, as far as the header of a file tells.
  ///
  /// Headers that cannot be read are for a check to tell.
  package func columnsGone(_ file: ExportFile, _ set: ContractFiles) -> [String] {
    guard let before = before(file, nil, in: set.contract.name),
      let export = try? OpenedExport.open(file, as: set.contract, set.settings)
    else { return [] }
    return set.guards.columnsGone(GuardFacts(export, before: before)).map(\.message)
  }

  /// The last file of the same source; nil where there is none, or where the same bytes come again.
  ///
  /// The same source is the same name; for a name that is new, whatever the same pattern names.
  func before(_ file: ExportFile, _ sha256: String?, in contract: String) -> GuardFacts.Before? {
    guard let last = Self.last(file, in: contract, records),
      !records.contains(where: {
        $0.contract == contract && $0.source == file.name && $0.sha256 == sha256
      })
    else { return nil }
    return GuardFacts.Before(file: last.name, read: last.read, fields: fields[last.id] ?? [])
  }

  private static func last(
    _ file: ExportFile, in contract: String, _ records: [FileRecord]
  ) -> FileRecord? {
    let same = records.filter { $0.contract == contract }
    return same.last { $0.source == file.name }
      ?? (file.source.isPattern ? same.last { file.source.fits($0.source) } : nil)
  }
}
