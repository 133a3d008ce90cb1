package import Diagnostics

/// Makes the exports of one believable company from known parameters.
///
/// The same arguments give the same bytes on every machine: the random numbers and the logarithm
/// are the program's own, and whole numbers carry the money.
package struct Generator: Sendable {
  package let parameters: Parameters

  package init(customers: Int, orders: Int, seed: UInt64) {
    parameters = Parameters(customers: customers, orders: orders, seed: seed)
  }

  /// Writes all files into a folder, which is made where it is missing; files of the same names
  /// are replaced, others are left alone.
  package func write(to folder: String) throws(Diagnostic) {
    let place = try SampleFolder(folder)
    try makeFiles { (file) throws(Diagnostic) in try place.write(file) }
  }

  /// Makes the files one after another, `planted.json` last.
  package func makeFiles(
    _ receive: (SampleFile) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let company = Company(parameters)
    let book = OrderBook(company)
    var orders = OrderExports(book)
    var survey = SurveyExports(company)
    var accounts: [ExportWriter] = []

    func finish(_ writer: ExportWriter) throws(Diagnostic) {
      try receive(writer.finished())
      accounts.append(writer.withoutRows())
    }
    try finish(RatesExport.file(company.rates))
    for quarter in Samples.quarters.indices { try finish(orders.file(quarter)) }
    try finish(CustomerExports.customers(company))
    try finish(CustomerExports.departments(parameters))
    for wave in 0..<SurveyExports.waves { try finish(survey.file(wave)) }
    try finish(survey.invitations)
    try finish(KanoExport.file(company))
    try finish(ServqualExports.external(company))
    try finish(ServqualExports.between(company))
    try finish(CaseExports.external(company))
    try finish(CaseExports.between(company))
    try finish(ServiceContract.file(company))
    try finish(CostsExport.file(parameters))

    let facts = PlantedFacts(
      company: company, book: book, orders: orders, survey: survey, files: accounts)
    try receive(SampleFile(name: "planted.json", bytes: Array((facts.fact.json() + "\n").utf8)))
  }
}
