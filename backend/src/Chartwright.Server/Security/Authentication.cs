using System.Security.Claims;
using System.Threading.RateLimiting;
using Chartwright.Server.Config;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace Chartwright.Server.Security;

/// <summary>Sign-in with one password, or by a trusted proxy's header. Without either everybody on the loopback address is let in.</summary>
internal static class Authentication
{
    public const string LoginLimit = "login";
    private const int MinPasswordChars = 8;

    public static void AddChartwrightAuth(this WebApplicationBuilder builder, AuthOptions options, string dataFolder)
    {
        if (!options.IsConfigured) return;
        if (options.Password is { Length: > 0 and < MinPasswordChars }) throw new InvalidOperationException($"Chartwright:Auth:Password needs at least {MinPasswordChars} characters.");
        builder.Services.AddDataProtection()
            .SetApplicationName("Chartwright")
            .PersistKeysToFileSystem(new DirectoryInfo(ProgramFolders.MakePrivate(Path.Combine(dataFolder, "keys"))));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "chartwright";
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            cookie.SlidingExpiration = true;
            cookie.Events.OnRedirectToLogin = context => // pages are sent to the form; the API answers with a problem
            {
                if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/api")) context.Response.Redirect(LoginEndpoints.Path);
                else context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            };
        });
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddSingleton(new PasswordCheck(options.Password));
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(LoginLimit, _ => RateLimitPartition.GetFixedWindowLimiter("all", _ => new() { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) }));
        });
    }

    public static void UseChartwrightAuth(this WebApplication app, AuthOptions options)
    {
        if (!options.IsConfigured) return;
        app.UseAuthentication();
        if (options.ProxyHeader is { Length: > 0 } header) app.Use((context, next) =>
        {
            if (context.Request.Headers[header] is [{ Length: > 0 } user]) context.User = new(new ClaimsIdentity([new(ClaimTypes.Name, user)], "proxy"));
            return next(context);
        });
        app.UseAuthorization();
        app.UseRateLimiter();
    }
}
