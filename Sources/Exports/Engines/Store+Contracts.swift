import Diagnostics
import Store

extension Store {
  /// Files by contract in declared order, those of one contract in the order they came.
  ///
  /// So it leaves no trace in a pack which contract the store saw first.
  func filesByContract(_ names: Set<String>?) throws(Diagnostic) -> [FileRecord] {
    let files = try files()
    return Contracts.all.filter { names?.contains($0.name) ?? true }.flatMap { contract in
      files.filter { $0.contract == contract.name }
    }
  }
}
