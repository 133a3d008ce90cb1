/// The files of one contract, oldest first, and how they are read.
package struct ContractFiles: Sendable {
  package let contract: Contract
  package let files: [ExportFile]
  package let settings: ReadingSettings
  package let guards: Guards

  package init(
    contract: Contract, files: [ExportFile], settings: ReadingSettings, guards: Guards = .none
  ) {
    self.contract = contract
    self.files = files
    self.settings = settings
    self.guards = guards
  }
}
