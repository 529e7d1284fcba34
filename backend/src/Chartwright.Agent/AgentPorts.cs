using Chartwright.Core.Artifacts;
using Chartwright.Core.Catalog;
using Chartwright.Core.Jobs;
using Chartwright.Core.Queries;

namespace Chartwright.Agent;

/// <summary>What the agent's runs stand on.</summary>
/// <param name="Cluster">The tables of a cluster that runs jobs; null where none is configured.</param>
internal sealed record AgentPorts(IQueryService Queries, ICatalog Catalog, IArtifactStore Artifacts, IJobs Jobs, IClusterCatalog? Cluster = null);
