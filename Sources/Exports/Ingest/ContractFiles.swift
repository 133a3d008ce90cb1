/// The files of one contract, oldest first, and how they are read.
package struct ContractFiles: Sendable {
  package let contract: Contract
  package let files: [ExportFile]
  package let settings: ReadingSettings

  package init(contract: Contract, files: [ExportFile], settings: ReadingSettings) {
    self.contract = contract
    self.files = files
    self.settings = settings
  }
}
