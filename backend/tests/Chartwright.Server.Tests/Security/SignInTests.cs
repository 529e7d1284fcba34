using System.Net;
using Chartwright.Server.Tests.Hosting;

namespace Chartwright.Server.Tests.Security;

public sealed class SignInTests
{
    private const string Password = "correct horse";
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_NotSignedIn_IsRefusedAndHealthIsNot()
    {
        await using var app = await TestApp.StartAsync(new() { ["Auth:Password"] = Password });

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Client.GetAsync("/api/catalog", Token)).StatusCode);
        Assert.Equal("/login", (await app.Client.GetAsync("/", Token)).Headers.Location?.OriginalString.Replace(app.Address.GetLeftPart(UriPartial.Authority), ""));
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync("/healthz", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync("/login", Token)).StatusCode);
    }

    [Fact]
    public async Task SignIn_RightPassword_OpensTheApi()
    {
        await using var app = await TestApp.StartAsync(new() { ["Auth:Password"] = Password });

        var signedIn = await SignInAsync(app, Password);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/catalog");
        request.Headers.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Contains("httponly", signedIn.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.SendAsync(request, Token)).StatusCode);
    }

    [Fact]
    public async Task SignIn_WrongPassword_IsRefusedAndSlowedDown()
    {
        await using var app = await TestApp.StartAsync(new() { ["Auth:Password"] = Password });

        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 11; attempt++) statuses.Add((await SignInAsync(app, "wrong")).StatusCode);

        Assert.All(statuses[..10], status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[10]);
    }

    [Fact]
    public async Task Get_ProxyHeader_SignsIn()
    {
        await using var app = await TestApp.StartAsync(new() { ["Auth:ProxyHeader"] = "X-Forwarded-User" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/catalog");
        request.Headers.Add("X-Forwarded-User", "ada");

        Assert.Equal(HttpStatusCode.OK, (await app.Client.SendAsync(request, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Client.GetAsync("/api/catalog", Token)).StatusCode);
    }

    private static Task<HttpResponseMessage> SignInAsync(TestApp app, string password) =>
        app.Client.PostAsync("/login", new FormUrlEncodedContent([KeyValuePair.Create("password", password)]), Token);
}
