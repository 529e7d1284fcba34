using Chartwright.Server.Contracts;

if (args is ["contracts", "--out", var folder]) await ContractFiles.WriteAsync(folder, CancellationToken.None);
